package io.github.throughline.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules for one module, each a test:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicTest&gt; rules() {
 *     return ArchitectureRules.of("io.github.throughline.plan");
 * }
 * </pre>
 */
public final class ArchitectureRules {

    private static final List<NamedRule> ALL = Stream.of(
                    LayerRules.all(), NameRules.all(), AccessRules.all(), StyleRules.all())
            .flatMap(List::stream)
            .toList();

    private ArchitectureRules() {}

    /** Every rule, for the code (not the tests) of a package and those below it. */
    public static Stream<DynamicTest> of(String basePackage) {
        var classes = codeOf(basePackage);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no class in " + basePackage);
        }
        return ALL.stream()
                .map(named ->
                        DynamicTest.dynamicTest(named.name(), () -> named.rule().check(classes)));
    }

    private static JavaClasses codeOf(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(basePackage);
    }

    /**
     * A rule and what people call it.
     *
     * @param name a fact, as test names are
     * @param rule says why by its because
     */
    record NamedRule(String name, ArchRule rule) {}
}
