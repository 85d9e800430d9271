package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.Checkin;
import io.github.throughline.checkin.plan.PlanVersion;
import io.github.throughline.measures.Measure;
import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.measures.TextPack;
import io.github.throughline.measures.TextPack.Wording;
import io.github.throughline.signedplan.PlannedMeasure;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the page asks, ready to be shown.
 *
 * @param until last day of the window as people of the language write it
 * @param rest whether measures are due that have no words in the language
 */
record PageForm(
        UUID checkinId,
        String until,
        List<Question> questions,
        List<Doing> activities,
        Map<String, String> sideEffects,
        boolean rest) {

    /**
     * One item of a measure.
     *
     * @param answers label of each answer by its points, in their order; empty: the number says it
     * @param isScale whether only the ends have labels
     */
    record Question(
            String measure,
            String item,
            String title,
            String recall,
            String text,
            List<Choice> answers,
            boolean isScale) {}

    /** @param label empty: the number says it */
    record Choice(int points, String label) {}

    /** An activity of the plan. @param planned times a week */
    record Doing(String id, String title, int planned) {}

    static PageForm of(
            Checkin checkin, Optional<PlanVersion> plan, TextPack pack, MeasureCatalogue catalogue, ZoneId zone) {
        var questions = new ArrayList<Question>();
        for (String id : checkin.measures()) {
            Wording wording = pack.measures().get(id);
            if (wording != null && !checkin.answered().containsKey(id)) {
                catalogue
                        .measure(id)
                        .ifPresent(measure -> questions.addAll(questions(measure, wording, chosen(plan, id))));
            }
        }
        return new PageForm(
                checkin.id().value(),
                until(checkin, pack, zone),
                questions,
                plan.map(PageForm::activities).orElse(List.of()),
                new TreeMap<>(pack.sideEffects()),
                !notAsked(checkin, pack).isEmpty());
    }

    /** Measures that are due and can not be asked in the language. */
    static Set<String> notAsked(Checkin checkin, TextPack pack) {
        return checkin.measures().stream()
                .filter(measure -> !pack.measures().containsKey(measure))
                .filter(measure -> !checkin.answered().containsKey(measure))
                .collect(Collectors.toSet());
    }

    private static List<String> chosen(Optional<PlanVersion> plan, String measure) {
        return plan.flatMap(version -> version.content().measure(measure))
                .map(PlannedMeasure::patientItems)
                .orElse(List.of());
    }

    private static List<Question> questions(Measure measure, Wording wording, List<String> chosen) {
        int asked = measure.patientItems() ? chosen.size() : measure.items().size();
        return IntStream.range(0, asked)
                .mapToObj(
                        i -> question(measure, measure.items().get(i), wording, i < chosen.size() ? chosen.get(i) : ""))
                .toList();
    }

    private static Question question(Measure measure, Measure.Item item, Wording wording, String chosen) {
        List<Choice> answers = IntStream.rangeClosed(item.minimum(), item.maximum())
                .mapToObj(points -> new Choice(points, wording.answers().getOrDefault(String.valueOf(points), "")))
                .toList();
        boolean isScale = answers.stream().anyMatch(choice -> choice.label().isEmpty());
        return new Question(
                measure.id(),
                item.id(),
                wording.title(),
                wording.recall(),
                wording.question(item.id(), chosen),
                answers,
                isScale);
    }

    private static List<Doing> activities(PlanVersion plan) {
        return plan.content().activities().stream()
                .map(activity -> new Doing(activity.id(), activity.title(), activity.timesPerWeek()))
                .toList();
    }

    private static String until(Checkin checkin, TextPack pack, ZoneId zone) {
        ZonedDateTime lastMoment = checkin.window().endsAt().minusNanos(1).atZone(zone);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(pack.language())
                .format(lastMoment);
    }
}
