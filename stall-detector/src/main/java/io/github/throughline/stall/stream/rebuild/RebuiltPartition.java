package io.github.throughline.stall.stream.rebuild;

/**
 * How the rebuild of a partition went.
 *
 * @param events read from the beginning
 * @param unusable of them, put aside when they first came
 * @param escalations published because they were found otherwise than they had been published
 * @param verdicts likewise
 */
record RebuiltPartition(int partition, long episodes, long events, long unusable, long escalations, long verdicts) {}
