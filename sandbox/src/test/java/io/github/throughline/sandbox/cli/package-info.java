/** Tests of the package of the same name. */
@NullMarked
package io.github.throughline.sandbox.cli;

import org.jspecify.annotations.NullMarked;
