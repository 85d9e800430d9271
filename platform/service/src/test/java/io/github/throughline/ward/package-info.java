/** A small service of its own, built on the platform the way the five are: the platform's tests run it for real. */
@NullMarked
package io.github.throughline.ward;

import org.jspecify.annotations.NullMarked;
