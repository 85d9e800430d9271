package io.github.throughline.measures;

import io.github.throughline.measures.TextPack.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One YAML file to one text pack. Everything but the language may be left out. */
final class TextPackFile {

    /** Longer scales need the labels of both ends only. */
    private static final int SHORT_SCALE = 7;

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TextPackFile() {}

    /** As it stands in the file. */
    private record Written(
            @Nullable String language,
            @Nullable Map<String, String> page,
            @Nullable Map<String, String> sideEffects,
            @Nullable Map<String, WrittenWording> measures) {}

    private record WrittenWording(
            @Nullable String title,
            @Nullable String recall,
            @Nullable Map<String, String> items,
            @Nullable Map<String, String> answers) {}

    /** @throws InvalidTextPack with every fault that was found */
    static TextPack read(String file, byte[] yaml, MeasureCatalogue catalogue) {
        Written written;
        try {
            written = MAPPER.readValue(yaml, Written.class);
        } catch (JacksonException e) {
            throw new InvalidTextPack(file, List.of(e.getOriginalMessage()));
        }
        var faults = new ArrayList<String>();
        Locale language = language(written.language(), faults);
        Map<String, WrittenWording> measures = written.measures() == null ? Map.of() : written.measures();
        measures.forEach((id, wording) -> check(id, wording, catalogue, faults));
        if (!faults.isEmpty()) {
            throw new InvalidTextPack(file, faults);
        }
        return new TextPack(
                language,
                written.page() == null ? Map.of() : written.page(),
                written.sideEffects() == null ? Map.of() : written.sideEffects(),
                wordings(measures));
    }

    private static Locale language(@Nullable String tag, List<String> faults) {
        try {
            return new Locale.Builder().setLanguageTag(tag == null ? "" : tag).build();
        } catch (IllformedLocaleException e) {
            return Locale.ROOT;
        } finally {
            if (tag == null || Locale.forLanguageTag(tag).getLanguage().isEmpty()) {
                faults.add("language: must be a language tag, e.g. en");
            }
        }
    }

    private static void check(
            String id, @Nullable WrittenWording wording, MeasureCatalogue catalogue, List<String> faults) {
        Measure measure = catalogue.measure(id).orElse(null);
        String at = "measures." + id;
        if (measure == null) {
            faults.add(at + ": the catalogue has no such measure");
        } else if (measure.items().isEmpty()) {
            faults.add(at + ": the measure has no items that could be asked");
        } else if (wording == null || wording.title() == null || wording.recall() == null) {
            faults.add(at + ": title and recall are needed");
        } else {
            checkItems(measure, wording.items() == null ? Map.of() : wording.items(), at + ".items", faults);
            checkAnswers(measure, wording.answers() == null ? Map.of() : wording.answers(), at + ".answers", faults);
        }
    }

    private static void checkItems(Measure measure, Map<String, String> items, String at, List<String> faults) {
        if (measure.patientItems()) {
            if (!items.getOrDefault("*", "").contains(TextPack.CHOSEN)) {
                faults.add(at + ".*: the patient chooses the items; one text with " + TextPack.CHOSEN
                        + " in it is needed");
            }
            return;
        }
        measure.items().stream()
                .map(Measure.Item::id)
                .filter(item -> items.getOrDefault(item, "").isBlank())
                .forEach(item -> faults.add(at + "." + item + ": is missing"));
        items.keySet().stream()
                .filter(item -> measure.item(item).isEmpty())
                .forEach(item -> faults.add(at + "." + item + ": the measure has no such item"));
    }

    private static void checkAnswers(Measure measure, Map<String, String> answers, String at, List<String> faults) {
        int lowest = measure.items().getFirst().minimum();
        int highest = measure.items().getFirst().maximum();
        IntStream needed =
                highest - lowest < SHORT_SCALE ? IntStream.rangeClosed(lowest, highest) : IntStream.of(lowest, highest);
        needed.mapToObj(String::valueOf)
                .filter(points -> answers.getOrDefault(points, "").isBlank())
                .forEach(points -> faults.add(at + "." + points + ": is missing"));
        answers.keySet().stream()
                .filter(points -> IntStream.rangeClosed(lowest, highest)
                        .noneMatch(known -> String.valueOf(known).equals(points)))
                .forEach(points -> faults.add(at + "." + points + ": is no answer of the measure"));
    }

    private static Map<String, Wording> wordings(Map<String, WrittenWording> measures) {
        var wordings = new HashMap<String, Wording>();
        measures.forEach((id, w) -> {
            if (w.title() != null && w.recall() != null && w.items() != null && w.answers() != null) {
                wordings.put(id, new Wording(w.title(), w.recall(), w.items(), w.answers()));
            }
        });
        return wordings;
    }
}
