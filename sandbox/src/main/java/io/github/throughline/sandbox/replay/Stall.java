package io.github.throughline.sandbox.replay;

/**
 * A stall as it is compared; days are the patient's.
 *
 * @param patient as the file names them
 * @param raisedDay day of the reading at which the rule first held, in event-time order
 */
record Stall(String patient, String rule, String measure, long onsetDay, long raisedDay) implements Comparable<Stall> {

    @Override
    public int compareTo(Stall other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s %s %s, onset day %d, raised day %d".formatted(patient, measure, rule, onsetDay, raisedDay);
    }
}
