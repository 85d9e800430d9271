package io.github.throughline.measures;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How measures are asked in one language. A site supplies the words of instruments under its own licence.
 *
 * @param language as a language tag (BCP 47), e.g. de
 * @param page the words of the patient's page, by key
 * @param sideEffects what the patient reads for each coded side effect
 * @param measures by measure id
 */
public record TextPack(
        Locale language, Map<String, String> page, Map<String, String> sideEffects, Map<String, Wording> measures) {

    /** Stands for what the patient chose, in the text of an item. */
    public static final String CHOSEN = "{chosen}";

    public TextPack {
        page = Map.copyOf(page);
        sideEffects = Map.copyOf(sideEffects);
        measures = Map.copyOf(measures);
    }

    /**
     * How one measure is asked.
     *
     * @param title what the patient reads above its questions
     * @param recall what span of time the answers speak of, e.g. In the past 7 days
     * @param items the question of each item, by its id; where the patient chooses what the items stand for, one of the
     *     id * with {@link #CHOSEN} in it
     * @param answers label of each answer, by its points; of a long scale those of both ends at least
     */
    public record Wording(String title, String recall, Map<String, String> items, Map<String, String> answers) {

        public Wording {
            items = Map.copyOf(items);
            answers = Map.copyOf(answers);
        }

        /** @param chosen what the item stands for where the patient chose it; else empty */
        public String question(String item, String chosen) {
            String question = items.getOrDefault(item, items.getOrDefault("*", ""));
            return question.replace(CHOSEN, chosen);
        }
    }

    /** This pack and what another one of the language says more, or otherwise. */
    TextPack with(TextPack more) {
        return new TextPack(
                language,
                merged(page, more.page),
                merged(sideEffects, more.sideEffects),
                merged(measures, more.measures));
    }

    private static <T> Map<String, T> merged(Map<String, T> one, Map<String, T> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}
