/** Tests of the package of the same name. */
@NullMarked
package io.github.throughline.sandbox.drive;

import org.jspecify.annotations.NullMarked;
