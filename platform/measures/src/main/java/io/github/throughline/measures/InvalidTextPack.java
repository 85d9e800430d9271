package io.github.throughline.measures;

import java.util.List;

/** A text pack's file can not be used; says which, and every fault that was found. */
public final class InvalidTextPack extends RuntimeException {

    InvalidTextPack(String file, List<String> faults) {
        super("text pack %s can not be used: %s".formatted(file, String.join("; ", faults)));
    }
}
