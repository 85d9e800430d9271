package io.github.throughline.backing;

/** Whether what the database says is committed survives a fall of the machine. */
public enum Durability {
    /** Flushed to the disk at every commit. */
    KEPT,
    /** Faster, and lost when the machine falls; it survives the fall of a process. For tests. */
    PASSING
}
