package io.github.throughline.plan.careplan;

import static io.github.throughline.plan.careplan.CarePlanFixtures.NOON;
import static io.github.throughline.plan.careplan.CarePlanFixtures.content;
import static io.github.throughline.plan.careplan.CarePlanFixtures.drafted;
import static io.github.throughline.plan.careplan.CarePlanFixtures.draftedPlan;
import static io.github.throughline.plan.careplan.CarePlanFixtures.lowBackPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.throughline.measures.DefaultTerms;
import io.github.throughline.plan.careplan.PlanDraft.DraftMeasure;
import io.github.throughline.plan.careplan.PlanRequest.AskedGoal;
import io.github.throughline.plan.careplan.PlanRequest.AskedMeasure;
import io.github.throughline.signedplan.Activity;
import io.github.throughline.signedplan.AdherenceTerms;
import io.github.throughline.signedplan.CheckinTerms;
import io.github.throughline.signedplan.Goal;
import io.github.throughline.signedplan.PlanJson;
import io.github.throughline.signedplan.SideEffectTerms;
import io.github.throughline.signedplan.StallTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftingTest {

    @Test
    void aDraftSaysWhatItsProgramSays() {
        // When
        PlanDraft draft = lowBackPain();

        // Then
        assertThat(draft.measures())
                .extracting(DraftMeasure::measure, DraftMeasure::everyWeeks)
                .containsExactly(tuple("NPRS", 1), tuple("PEG", 1), tuple("ODI", 4));
        assertThat(draft.nextSteps())
                .containsOnlyKeys(
                        "plateau",
                        "regression",
                        "off-track",
                        "side-effect",
                        "adherence",
                        "missed-checkins",
                        "safety-answer");
    }

    @Test
    void otherMeasuresThanTheProgramsGetTheCataloguesTargets() {
        // When
        PlanDraft draft = drafted("depression", measures(new AskedMeasure("BDI", 1, null, null, null, null)));

        // Then
        assertThat(draft.measures()).extracting(DraftMeasure::measure).containsExactly("BDI");
        assertThat(draft.goals()).singleElement().satisfies(goal -> {
            assertThat(goal.measure()).isEqualTo("BDI");
            assertThat(goal.target()).isEqualTo(9);
        });
    }

    @Test
    void signingResolvesEveryDefault() {
        // Given
        CarePlan plan = draftedPlan();

        // When
        var content = content(plan, plan.draft().orElseThrow(), NOON);

        // Then
        assertThat(content.goals()).contains(new Goal("NPRS", 3, LocalDate.parse("2026-05-25")));
        assertThat(content.measures()).allSatisfy(measure -> {
            assertThat(measure.terms()).isNotNull();
            assertThat(measure.measureVersion()).isEqualTo("1");
        });
        assertThat(PlanJson.read(PlanJson.write(content))).isEqualTo(content);
    }

    @Test
    void ownTermsStandInPlaceOfTheCatalogues() {
        // Given
        var nprs = CarePlanFixtures.CATALOGUE.measure("NPRS").orElseThrow();
        var own = DefaultTerms.stallTerms(nprs, 9.0);
        CarePlan plan = CarePlan.drafted(
                new PatientId(CarePlanFixtures.PATIENT),
                new EpisodeId(CarePlanFixtures.EPISODE),
                drafted("low-back-pain", measures(new AskedMeasure("NPRS", 2, null, own, null, null))));

        // When
        var content = content(plan, plan.draft().orElseThrow(), NOON);

        // Then
        assertThat(content.measures()).singleElement().satisfies(measure -> {
            assertThat(measure.everyWeeks()).isEqualTo(2);
            assertThat(measure.terms()).isEqualTo(own);
        });
    }

    @Test
    void anotherBaselineHasTheCataloguesTermsForIt() {
        // Given
        PlanDraft next = nextOf(drafted("low-back-pain", measures(new AskedMeasure("NPRS", 1, 9.0, null, null, null))));
        var nprs = CarePlanFixtures.CATALOGUE.measure("NPRS").orElseThrow();

        // When
        PlanDraft changed =
                CarePlanFixtures.DRAFTING.from(next, measures(new AskedMeasure("NPRS", null, 4.0, null, null, null)));

        // Then
        assertThat(new Resolution(CarePlanFixtures.CATALOGUE).measures(changed))
                .singleElement()
                .satisfies(measure -> assertThat(measure.terms()).isEqualTo(DefaultTerms.stallTerms(nprs, 4.0)));
        assertThat(CarePlanFixtures.DRAFTING.from(next, measures(new AskedMeasure("NPRS", 2, 9.0, null, null, null))))
                .isEqualTo(CarePlanFixtures.DRAFTING.from(
                        next, measures(new AskedMeasure("NPRS", 2, null, null, null, null))));
    }

    @Test
    void termsThatSomebodySetThemselvesAreSetAnewForAnotherBaseline() {
        // Given
        var nprs = CarePlanFixtures.CATALOGUE.measure("NPRS").orElseThrow();
        var usual = DefaultTerms.stallTerms(nprs, 9.0);
        var own = new StallTerms(
                usual.measurementError(),
                usual.importantChange(),
                usual.plateau(),
                new StallTerms.Regression(usual.regression().confirmingReadings() + 1, 1.5, "plan"));
        PlanDraft next = nextOf(drafted("low-back-pain", measures(new AskedMeasure("NPRS", 1, 9.0, own, null, null))));

        // When // Then
        assertThatThrownBy(() -> CarePlanFixtures.DRAFTING.from(
                        next, measures(new AskedMeasure("NPRS", null, 4.0, null, null, null))))
                .isInstanceOfSatisfying(
                        PlanRefused.Implausible.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("measures[0].terms"));
        assertThat(CarePlanFixtures.DRAFTING
                        .from(next, measures(new AskedMeasure("NPRS", null, 4.0, own, null, null)))
                        .measures())
                .extracting(DraftMeasure::terms)
                .containsExactly(own);
    }

    /** The draft of the version after the one that this draft was signed as. */
    private static PlanDraft nextOf(PlanDraft draft) {
        CarePlan plan = CarePlan.drafted(
                new PatientId(CarePlanFixtures.PATIENT), new EpisodeId(CarePlanFixtures.EPISODE), draft);
        return PlanDraft.of(content(plan, plan.draft().orElseThrow(), NOON), 12, 6, LocalDate.parse("2026-03-09"));
    }

    @Test
    void aNextVersionStaysWithItsProgram() {
        assertThatThrownBy(() -> CarePlanFixtures.DRAFTING.from(
                        lowBackPain(), new PlanRequest("depression", null, null, null, null, null, null, null, null)))
                .isInstanceOf(PlanRefused.ProgramStays.class);
    }

    @Test
    void aGoalWhoseDayIsOverIsGivenTimeAnewInTheNextDraft() {
        // Given
        CarePlan plan = draftedPlan();
        var signed = content(plan, plan.draft().orElseThrow(), NOON);

        // When
        PlanDraft next = PlanDraft.of(signed, 12, 6, LocalDate.parse("2026-06-01"));

        // Then
        assertThat(next.goals()).allSatisfy(goal -> assertThat(goal.by()).isNull());
    }

    @Test
    void whatCanNotBeLivedOrJudgedByIsRefused() {
        refused(measures(), PlanRefused.Implausible.class);
        refused(measures(new AskedMeasure("VAS", 1, null, null, null, null)), PlanRefused.UnknownMeasure.class);
        refused(measures(new AskedMeasure("NPRS", 0, null, null, null, null)), PlanRefused.Implausible.class);
        refused(measures(new AskedMeasure("NPRS", 1, 11.0, null, null, null)), PlanRefused.Implausible.class);
        refused(
                measures(
                        new AskedMeasure("NPRS", 1, null, null, null, null),
                        new AskedMeasure("NPRS", 2, null, null, null, null)),
                PlanRefused.Implausible.class);
        refused(goals(new AskedGoal("NPRS", 40.0, null)), PlanRefused.Implausible.class);
        refused(goals(new AskedGoal("BDI", 5.0, null)), PlanRefused.Implausible.class);
        refused(
                goals(new AskedGoal("NPRS", 2.0, null), new AskedGoal("NPRS", 3.0, null)),
                PlanRefused.Implausible.class);
        refused(
                new PlanRequest(
                        null,
                        null,
                        null,
                        null,
                        new CheckinTerms(
                                8,
                                24,
                                2,
                                new SideEffectTerms(2, 8, 4, 2, "plan"),
                                new AdherenceTerms(3, 50, "plan"),
                                "plan"),
                        null,
                        null,
                        null,
                        null),
                PlanRefused.Implausible.class);
    }

    @Test
    void thePatientsOwnActivitiesAreNamedInThePlan() {
        // When
        PlanDraft draft = drafted("low-back-pain", measures(psfs("walk to the shop", "lift a crate", "sit to eat")));

        // Then
        assertThat(new Resolution(CarePlanFixtures.CATALOGUE)
                        .measures(nextOf(draft))
                        .getFirst()
                        .patientItems())
                .containsExactly("walk to the shop", "lift a crate", "sit to eat");
        refused(measures(psfs("walk", "lift")), PlanRefused.Implausible.class);
        refused(measures(psfs("walk", "lift", "lift")), PlanRefused.Implausible.class);
        refused(measures(psfs("walk", "lift", " ")), PlanRefused.Implausible.class);
        refused(measures(new AskedMeasure("PSFS", 1, null, null, null, null)), PlanRefused.Implausible.class);
        refused(
                measures(new AskedMeasure("NPRS", 1, null, null, null, List.of("walk"))),
                PlanRefused.Implausible.class);
    }

    private static AskedMeasure psfs(String... activities) {
        return new AskedMeasure("PSFS", 1, null, null, null, List.of(activities));
    }

    @Test
    void whatNobodyCouldLiveByIsRefused() {
        // Given
        var activities = IntStream.rangeClosed(1, 51)
                .mapToObj(n -> new Activity("exercise-" + n, "Exercise " + n, 3))
                .toList();

        // When // Then
        refused(
                new PlanRequest(null, null, null, activities, null, null, null, null, null),
                PlanRefused.Implausible.class);
    }

    private static void refused(PlanRequest asked, Class<? extends PlanRefused> why) {
        assertThatThrownBy(() -> drafted("low-back-pain", asked)).isInstanceOf(why);
    }

    private static PlanRequest measures(AskedMeasure... measures) {
        return new PlanRequest(null, List.of(measures), null, null, null, null, null, null, null);
    }

    private static PlanRequest goals(AskedGoal... goals) {
        return new PlanRequest(null, null, List.of(goals), null, null, null, null, null, null);
    }
}
