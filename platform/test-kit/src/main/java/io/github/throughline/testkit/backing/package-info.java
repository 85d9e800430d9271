/** Real Kafka, PostgreSQL and schema registry for tests, started once per build. What tests put into them is not here. */
@NullMarked
package io.github.throughline.testkit.backing;

import org.jspecify.annotations.NullMarked;
