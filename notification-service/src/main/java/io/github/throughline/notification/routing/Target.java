package io.github.throughline.notification.routing;

/** Whom a step tells. */
sealed interface Target {

    /** The patient's own coordinator. */
    record Coordinator() implements Target {}

    /** Whoever a schedule names at that time. */
    record OnCall(String schedule) implements Target {}

    /** @param reference of somebody registered as a coordinator, who may take no patients of their own */
    record Person(String reference) implements Target {}
}
