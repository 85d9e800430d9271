/**
 * Kafka, PostgreSQL and the schema registry as child processes on loopback ports, for tests and the sandbox. What they
 * hold (topics, tables, schemas) is not here, nor is anything for production.
 */
@NullMarked
package io.github.throughline.backing;

import org.jspecify.annotations.NullMarked;
