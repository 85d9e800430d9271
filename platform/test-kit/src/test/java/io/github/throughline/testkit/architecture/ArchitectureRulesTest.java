package io.github.throughline.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.throughline.testkit.architecture.fixture.told.AsksTheClock;
import io.github.throughline.testkit.architecture.fixture.told.AvroStalls;
import io.github.throughline.testkit.architecture.fixture.told.ForgetsTheCallerController;
import io.github.throughline.testkit.architecture.fixture.told.GuardedController;
import io.github.throughline.testkit.architecture.fixture.told.InjectedField;
import io.github.throughline.testkit.architecture.fixture.told.JdbcStalls;
import io.github.throughline.testkit.architecture.fixture.told.KnowsAvro;
import io.github.throughline.testkit.architecture.fixture.told.KnowsHttp;
import io.github.throughline.testkit.architecture.fixture.told.KnowsKafka;
import io.github.throughline.testkit.architecture.fixture.told.KnowsPatientResource;
import io.github.throughline.testkit.architecture.fixture.told.KnowsSmtp;
import io.github.throughline.testkit.architecture.fixture.told.KnowsSpring;
import io.github.throughline.testkit.architecture.fixture.told.KnowsSql;
import io.github.throughline.testkit.architecture.fixture.told.MisspeltListener;
import io.github.throughline.testkit.architecture.fixture.told.NamesNoEpisodeController;
import io.github.throughline.testkit.architecture.fixture.told.OpenController;
import io.github.throughline.testkit.architecture.fixture.told.OpenServlet;
import io.github.throughline.testkit.architecture.fixture.told.RoutesByFunctionConfiguration;
import io.github.throughline.testkit.architecture.fixture.told.SendsByItself;
import io.github.throughline.testkit.architecture.fixture.told.StallListener;
import io.github.throughline.testkit.architecture.fixture.told.StallManager;
import io.github.throughline.testkit.architecture.fixture.told.StallProcessor;
import io.github.throughline.testkit.architecture.fixture.told.StaticState;
import io.github.throughline.testkit.architecture.fixture.told.TakesTheTime;
import io.github.throughline.testkit.architecture.fixture.told.ValueSetting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final String FIXTURES = "io.github.throughline.testkit.architecture.fixture";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages(FIXTURES, "io.github.throughline.plan.fixture");

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments(LayerRules.PLAIN_DOMAIN, KnowsSpring.class),
                arguments(LayerRules.SQL_IN_ADAPTERS, KnowsSql.class),
                arguments(LayerRules.AVRO_IN_ADAPTERS, KnowsAvro.class),
                arguments(LayerRules.KAFKA_IN_ADAPTERS, KnowsKafka.class),
                arguments(LayerRules.WEB_IN_ADAPTERS, KnowsHttp.class),
                arguments(LayerRules.MAIL_IN_ADAPTERS, KnowsSmtp.class),
                arguments(LayerRules.FHIR_IN_ADAPTERS, KnowsPatientResource.class),
                arguments(LayerRules.NO_KAFKA_TEMPLATE, SendsByItself.class),
                arguments(LayerRules.NO_OTHER_SERVICE, type("io.github.throughline.plan.fixture.ReadsAnotherService")),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.InAZone.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.ByReference.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.OfTheSystem.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.ThatTicks.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.AsASource.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.AsADate.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.AsACalendar.class),
                arguments(LayerRules.TIME_IS_AN_ARGUMENT, AsksTheClock.InMilliseconds.class),
                arguments(NameRules.PACKAGES_ARE_FEATURES, type(FIXTURES + ".util.Stall")),
                arguments(NameRules.NO_EMPTY_WORDS, StallManager.class),
                arguments(NameRules.PROCESSORS_ARE_STREAMS, StallProcessor.class),
                arguments(NameRules.PACKAGES_ARE_TOLD, type(FIXTURES + ".untold.Stall")),
                arguments(AccessRules.ENDPOINTS_SAY_WHO_MAY, OpenController.class),
                arguments(AccessRules.RELATED_TAKES_THE_CALLER, ForgetsTheCallerController.class),
                arguments(AccessRules.EPISODE_STANDS_IN_THE_PATH, NamesNoEpisodeController.class),
                arguments(AccessRules.NO_FUNCTIONAL_ENDPOINTS, RoutesByFunctionConfiguration.class),
                arguments(AccessRules.NO_SERVLETS, OpenServlet.class),
                arguments(TopicRules.LISTENERS_READ_KNOWN_TOPICS, MisspeltListener.class),
                arguments(StyleRules.NO_FIELD_INJECTION, InjectedField.class),
                arguments(StyleRules.SETTINGS_ARE_RECORDS, ValueSetting.class),
                arguments(StyleRules.NO_STATIC_STATE, StaticState.class));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsFound(ArchRule rule, Class<?> breach) {
        assertThat(breaks(rule, breach)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void goodCodeKeepsTheRule(ArchRule rule, Class<?> breach) {
        for (var good : List.of(
                AvroStalls.class, JdbcStalls.class, TakesTheTime.class, GuardedController.class, StallListener.class)) {
            assertThat(breaks(rule, good)).as("%s breaks: %s", good, rule).isFalse();
        }
    }

    @Test
    void everyRuleHasABreachThatShowsItCanFail() {
        // Given
        Set<ArchRule> tried =
                new HashSet<>(breaches().map(pair -> (ArchRule) pair.get()[0]).toList());

        // Then
        assertThat(Stream.of(LayerRules.all(), NameRules.all(), AccessRules.all(), TopicRules.all(), StyleRules.all())
                        .flatMap(List::stream)
                        .map(ArchitectureRules.NamedRule::rule))
                .allMatch(tried::contains);
    }

    private static boolean breaks(ArchRule rule, Class<?> type) {
        var alone = CLASSES.that(DescribedPredicate.describe(type.getName(), other -> other.isEquivalentTo(type)));
        return rule.evaluate(alone).hasViolation();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
