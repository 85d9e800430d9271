package io.github.throughline.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.doesNot;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.throughline.testkit.architecture.ArchitectureRules.NamedRule;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/** What may depend on what. */
final class LayerRules {

    private static final Pattern SERVICE =
            Pattern.compile("io\\.github\\.throughline\\.(intake|plan|checkin|stall|notification)(\\..*)?");

    /** What reads the machine's clock, unless it is given another one to read. */
    private static final Pattern CLOCK = Pattern.compile("java\\.time\\..*\\.now"
            + "|java\\.time\\.Clock\\.(system.*|tick(Millis|Seconds|Minutes))"
            + "|java\\.time\\.InstantSource\\.system"
            + "|java\\.lang\\.System\\.currentTimeMillis"
            + "|java\\.util\\.Calendar\\.getInstance");

    static final ArchRule PLAIN_DOMAIN = noClasses()
            .that(not(Adapters.ANY))
            .and(not(Adapters.WIRED))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.servlet.."))
            .allowEmptyShould(true)
            .because(
                    "the domain is plain Java: what a rule of care says must be readable and testable without servers");

    static final ArchRule SQL_IN_ADAPTERS =
            only(Adapters.SQL, "java.sql..", "javax.sql..", "org.springframework.jdbc..");

    static final ArchRule AVRO_IN_ADAPTERS =
            only(Adapters.AVRO, "org.apache.avro..", "io.github.throughline.schemas.*..");

    static final ArchRule KAFKA_IN_ADAPTERS = only(Adapters.KAFKA, "org.apache.kafka..", "org.springframework.kafka..");

    static final ArchRule WEB_IN_ADAPTERS =
            only(Adapters.WEB, "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    static final ArchRule MAIL_IN_ADAPTERS = only(Adapters.MAIL, "jakarta.mail..", "org.springframework.mail..");

    static final ArchRule FHIR_IN_ADAPTERS = only(Adapters.FHIR, "ca.uhn.fhir..", "org.hl7.fhir..");

    static final ArchRule NO_KAFKA_TEMPLATE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.kafka.core.KafkaTemplate")
            .allowEmptyShould(true)
            .because("an event goes out with its change or not at all: through the Outbox, inside the transaction");

    static final ArchRule NO_OTHER_SERVICE = classes()
            .should(notDependOnAnotherService())
            .allowEmptyShould(true)
            .because("services meet on topics only");

    static final ArchRule TIME_IS_AN_ARGUMENT = noClasses()
            .that(not(Adapters.ANY))
            .should()
            .accessTargetWhere(readsAClock())
            .allowEmptyShould(true)
            .because("time is an argument in the domain: care time can be driven, the machine's can not");

    private LayerRules() {}

    static List<NamedRule> all() {
        return List.of(
                new NamedRule("theDomainIsPlainJava", PLAIN_DOMAIN),
                new NamedRule("onlyAdaptersSpeakSql", SQL_IN_ADAPTERS),
                new NamedRule("onlyAdaptersSpeakAvro", AVRO_IN_ADAPTERS),
                new NamedRule("onlyAdaptersSpeakKafka", KAFKA_IN_ADAPTERS),
                new NamedRule("onlyAdaptersSpeakHttp", WEB_IN_ADAPTERS),
                new NamedRule("onlyAdaptersSpeakSmtp", MAIL_IN_ADAPTERS),
                new NamedRule("onlyAdaptersSpeakFhir", FHIR_IN_ADAPTERS),
                new NamedRule("eventsGoThroughTheOutbox", NO_KAFKA_TEMPLATE),
                new NamedRule("noServiceDependsOnAnother", NO_OTHER_SERVICE),
                new NamedRule("timeIsAnArgument", TIME_IS_AN_ARGUMENT));
    }

    private static ArchRule only(DescribedPredicate<JavaClass> adapters, String... packages) {
        return noClasses()
                .that(doesNot(adapters))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages))
                .allowEmptyShould(true)
                .because("an adapter carries its technology in its name, and only adapters import it");
    }

    private static ArchCondition<JavaClass> notDependOnAnotherService() {
        return new ArchCondition<>("not depend on another service") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> leavesItsService(type, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean leavesItsService(JavaClass from, JavaClass to) {
        var service = serviceOf(to);
        return !service.isEmpty() && !service.equals(serviceOf(from));
    }

    private static String serviceOf(JavaClass type) {
        var matcher = SERVICE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return describe("read the machine's clock", access -> isClock(access.getTarget()));
    }

    private static boolean isClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && (target.getFullName().equals("java.util.Date.<init>()")
                        || CLOCK.matcher(target.getOwner().getFullName() + "." + target.getName())
                                        .matches()
                                && code.getRawParameterTypes().stream().noneMatch(LayerRules::tellsTheTime));
    }

    private static boolean tellsTheTime(JavaClass parameter) {
        return parameter.isAssignableTo(InstantSource.class);
    }
}
