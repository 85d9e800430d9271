package io.github.throughline.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import io.github.throughline.testkit.architecture.ArchitectureRules.NamedRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may call what. */
final class AccessRules {

    private static final String ALLOW = "io.github.throughline.platform.security.Allow";
    private static final String CALLER = "io.github.throughline.platform.security.Caller";
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

    static final ArchRule ENDPOINTS_SAY_WHO_MAY = methods()
            .that()
            .areMetaAnnotatedWith(MAPPING)
            .should()
            .beAnnotatedWith(ALLOW)
            .allowEmptyShould(true)
            .because("nobody sees a patient's data unless the endpoint says who may");

    static final ArchRule RELATED_TAKES_THE_CALLER = methods()
            .that(areAllowedTo("RELATED"))
            .should(be(givenTheCaller()))
            .allowEmptyShould(true)
            .because("a query can join the caller's relation to the patient only where it knows the caller");

    static final ArchRule EPISODE_STANDS_IN_THE_PATH = methods()
            .that(areAllowedTo("EPISODE"))
            .should(be(reachedByAnEpisode()))
            .allowEmptyShould(true)
            .because("the relation to the episode is looked up by what stands in the path");

    static final ArchRule NO_FUNCTIONAL_ENDPOINTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.servlet.function..")
            .allowEmptyShould(true)
            .because("a functional endpoint can not carry @Allow, and would pass unguarded");

    static final ArchRule NO_SERVLETS = noClasses()
            .should()
            .beAssignableTo("jakarta.servlet.Servlet")
            .allowEmptyShould(true)
            .because("what enforces @Allow does not see a servlet beside Spring's own");

    private AccessRules() {}

    static List<NamedRule> all() {
        return List.of(
                new NamedRule("endpointsSayWhoMayCall", ENDPOINTS_SAY_WHO_MAY),
                new NamedRule("relatedEndpointsTakeTheCaller", RELATED_TAKES_THE_CALLER),
                new NamedRule("episodesStandInThePath", EPISODE_STANDS_IN_THE_PATH),
                new NamedRule("noEndpointIsFunctional", NO_FUNCTIONAL_ENDPOINTS),
                new NamedRule("noServletIsBesideSprings", NO_SERVLETS));
    }

    private static DescribedPredicate<JavaMethod> areAllowedTo(String what) {
        return describe(
                "are allowed to " + what,
                method -> method.tryGetAnnotationOfType(ALLOW)
                        .flatMap(allow -> allow.get("to"))
                        .filter(to -> to instanceof JavaEnumConstant constant
                                && constant.name().equals(what))
                        .isPresent());
    }

    private static DescribedPredicate<JavaMethod> givenTheCaller() {
        return describe(
                "given a Caller",
                method -> method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals(CALLER)));
    }

    private static DescribedPredicate<JavaMethod> reachedByAnEpisode() {
        return describe("reached by a path with {episodeId}", AccessRules::hasEpisodeInPath);
    }

    private static boolean hasEpisodeInPath(JavaMethod method) {
        return Stream.concat(method.getAnnotations().stream(), method.getOwner().getAnnotations().stream())
                .flatMap(annotation -> Stream.of("value", "path").map(annotation::get))
                .flatMap(paths -> paths.stream())
                .filter(String[].class::isInstance)
                .flatMap(paths -> Arrays.stream((String[]) paths))
                .anyMatch(path -> path.contains("{episodeId}"));
    }
}
