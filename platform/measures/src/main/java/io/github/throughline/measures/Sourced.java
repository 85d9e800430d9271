package io.github.throughline.measures;

import org.jspecify.annotations.Nullable;

/**
 * A number with the place it comes from.
 *
 * @param value in the unit that its field names
 * @param source citation or reason
 * @param verify found in secondary sources only: check before relying on it
 * @param lawful what a plan may say instead; null: half to twice the value
 */
public record Sourced(
        double value,
        String source,
        boolean verify,
        @Nullable LawfulRange lawful) {

    /** The source as it is cited in a signed plan: with its mark. */
    public String citation() {
        return citation(source, verify);
    }

    static String citation(String source, boolean verify) {
        return verify ? source + " (verify)" : source;
    }
}
