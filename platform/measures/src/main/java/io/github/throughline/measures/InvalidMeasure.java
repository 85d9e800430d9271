package io.github.throughline.measures;

import java.util.List;

/** A catalogue file that does not define a measure; says every fault at once. */
public final class InvalidMeasure extends RuntimeException {

    private final transient List<String> faults;

    InvalidMeasure(String file, List<String> faults) {
        super(file + ": " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault as field: what is wrong. */
    public List<String> faults() {
        return faults;
    }
}
