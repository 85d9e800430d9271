/** The topics, each with its one writer and its one record type; the records stand in the packages below. No code that reads or writes them. */
@NullMarked
package io.github.throughline.schemas;

import org.jspecify.annotations.NullMarked;
