package io.github.throughline.sandbox.watch;

import org.apache.kafka.common.TopicPartition;

/**
 * How far the onlooker has read a partition.
 *
 * @param position offset of what comes next, markers of transactions included
 * @param dataEnd offset after the last record; what lies between it and the position are markers, which nobody commits
 */
public record Progress(TopicPartition partition, long position, long dataEnd) {}
