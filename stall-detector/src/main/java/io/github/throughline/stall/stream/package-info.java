/** The detection on Kafka Streams: topology, state store, Avro, dead letters, health. What a stall is stands in {@code detection}. */
@NullMarked
package io.github.throughline.stall.stream;

import org.jspecify.annotations.NullMarked;
