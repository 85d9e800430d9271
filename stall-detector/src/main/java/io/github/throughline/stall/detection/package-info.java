/** What a stall is: a pure fold over an episode's facts, ordered by event time. No clock, Kafka, Avro or Spring. */
@NullMarked
package io.github.throughline.stall.detection;

import org.jspecify.annotations.NullMarked;
