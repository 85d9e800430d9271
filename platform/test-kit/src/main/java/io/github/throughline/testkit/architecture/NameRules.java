package io.github.throughline.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.throughline.testkit.architecture.ArchitectureRules.NamedRule;
import java.util.List;

/** What things are called. */
final class NameRules {

    static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage(
                    "io.github.throughline.*..service..",
                    "..impl..",
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..dto..",
                    "..model..")
            .allowEmptyShould(true)
            .because("a package is a feature, named by a word of the ward");

    static final ArchRule NO_EMPTY_WORDS = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|ServiceImpl|Impl)")
            .allowEmptyShould(true)
            .because("a name says what a thing is or does; these words say nothing");

    static final ArchRule PROCESSORS_ARE_STREAMS = noClasses()
            .that()
            .haveSimpleNameEndingWith("Processor")
            .should(new ArchCondition<JavaClass>("be anything but a processor of Kafka Streams") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var isStreams = type.isAssignableTo("org.apache.kafka.streams.processor.api.Processor");
                    events.add(
                            new SimpleConditionEvent(type, !isStreams, type.getFullName() + " is no such processor"));
                }
            })
            .allowEmptyShould(true)
            .because("Processor is a word of Kafka Streams and means nothing elsewhere");

    static final ArchRule PACKAGES_ARE_TOLD = classes()
            .should(new ArchCondition<>("be in a package with a @NullMarked package-info") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var isTold = type.getPackage()
                            .tryGetPackageInfo()
                            .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                            .isPresent();
                    events.add(new SimpleConditionEvent(
                            type, isTold, type.getPackageName() + " has no package-info with @NullMarked"));
                }
            })
            .allowEmptyShould(true)
            .because("a package says in one sentence what is here and what is not");

    private NameRules() {}

    static List<NamedRule> all() {
        return List.of(
                new NamedRule("packagesAreFeatures", PACKAGES_ARE_FEATURES),
                new NamedRule("namesSaySomething", NO_EMPTY_WORDS),
                new NamedRule("processorsBelongToKafkaStreams", PROCESSORS_ARE_STREAMS),
                new NamedRule("packagesSayWhatIsInThem", PACKAGES_ARE_TOLD));
    }
}
