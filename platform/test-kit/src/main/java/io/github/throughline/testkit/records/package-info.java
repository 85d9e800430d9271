/** Writing and awaiting records on topics in tests, in the wire format of the platform. No fixtures of a feature are here. */
@NullMarked
package io.github.throughline.testkit.records;

import org.jspecify.annotations.NullMarked;
