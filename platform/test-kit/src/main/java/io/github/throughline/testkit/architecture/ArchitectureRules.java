package io.github.throughline.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
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
                    LayerRules.all(), NameRules.all(), AccessRules.all(), TopicRules.all(), StyleRules.all())
            .flatMap(List::stream)
            .toList();

    private ArchitectureRules() {}

    /** Every rule, for the code (not the tests) of a package and those below it; the exemptions need not keep theirs. */
    public static Stream<DynamicTest> of(String basePackage, Exemption... exemptions) {
        var classes = codeOf(basePackage);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no class in " + basePackage);
        }
        return ALL.stream()
                .map(named -> DynamicTest.dynamicTest(
                        named.name(), () -> named.rule().check(without(exemptions, named, classes))));
    }

    private static JavaClasses without(Exemption[] exemptions, NamedRule named, JavaClasses classes) {
        var exempt = Arrays.stream(exemptions)
                .filter(exemption -> exemption.rule().equals(named.name()))
                .map(exemption -> Adapters.named(exemption.because(), exemption.classes()))
                .reduce(DescribedPredicate.alwaysFalse(), (one, other) -> one.or(other));
        return classes.that(DescribedPredicate.not(exempt));
    }

    private static JavaClasses codeOf(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(basePackage);
    }

    /**
     * Classes that need not keep a rule.
     *
     * @param rule its name
     * @param classes simple names of theirs, as a regular expression
     * @param because why not
     */
    public record Exemption(String rule, String classes, String because) {}

    /**
     * A rule and what people call it.
     *
     * @param name a fact, as test names are
     * @param rule says why by its because
     */
    record NamedRule(String name, ArchRule rule) {}
}
