package io.github.throughline.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import io.github.throughline.testkit.architecture.ArchitectureRules.NamedRule;
import java.util.List;

/** How objects get what they need. */
final class StyleRules {

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .allowEmptyShould(true)
            .because("what an object needs stands in its constructor");

    static final ArchRule SETTINGS_ARE_RECORDS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
            .allowEmptyShould(true)
            .because("settings are validated @ConfigurationProperties records beside their user");

    static final ArchRule NO_STATIC_STATE = noFields()
            .that()
            .haveModifier(STATIC)
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should()
            .notHaveModifier(FINAL)
            .allowEmptyShould(true)
            .because("static state is shared by everybody and owned by nobody");

    private StyleRules() {}

    static List<NamedRule> all() {
        return List.of(
                new NamedRule("nothingIsInjectedIntoFields", NO_FIELD_INJECTION),
                new NamedRule("settingsAreRecords", SETTINGS_ARE_RECORDS),
                new NamedRule("noStaticStateChanges", NO_STATIC_STATE));
    }
}
