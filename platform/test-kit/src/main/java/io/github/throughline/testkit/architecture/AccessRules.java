package io.github.throughline.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.lang.ArchRule;
import io.github.throughline.testkit.architecture.ArchitectureRules.NamedRule;
import java.util.List;

/** Who may call what. */
final class AccessRules {

    static final ArchRule ENDPOINTS_SAY_WHO_MAY = methods()
            .that()
            .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
            .should()
            .beAnnotatedWith("io.github.throughline.platform.security.Allow")
            .allowEmptyShould(true)
            .because("nobody sees a patient's data unless the endpoint says who may");

    private AccessRules() {}

    static List<NamedRule> all() {
        return List.of(new NamedRule("endpointsSayWhoMayCall", ENDPOINTS_SAY_WHO_MAY));
    }
}
