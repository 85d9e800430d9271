package io.github.throughline.measures;

/**
 * A number with the place it comes from.
 *
 * @param value in the unit that its field names
 * @param source citation or reason
 * @param verify found in secondary sources only: check before relying on it
 */
public record Sourced(double value, String source, boolean verify) {

    /** The source as it is cited in a signed plan: with its mark. */
    public String citation() {
        return verify ? source + " (verify)" : source;
    }
}
