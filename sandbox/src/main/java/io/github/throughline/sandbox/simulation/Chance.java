package io.github.throughline.sandbox.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Random numbers that depend on the seed and on what they are for, never on the order in which they are asked for. */
final class Chance {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Chance() {}

    /** The numbers for one purpose; the same seed and purpose give the same numbers on every machine. */
    static RandomGenerator of(long seed, Object... purpose) {
        var name = Arrays.stream(purpose).map(String::valueOf).collect(Collectors.joining("/"));
        long hash = FNV_OFFSET ^ seed;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        // Neighbouring hashes must not give neighbouring numbers.
        return new SplittableRandom(hash).split();
    }
}
