/** Reads every topic from its beginning, as an onlooker that belongs to no group. What to make of it is not here, see report. */
@NullMarked
package io.github.throughline.sandbox.watch;

import org.jspecify.annotations.NullMarked;
