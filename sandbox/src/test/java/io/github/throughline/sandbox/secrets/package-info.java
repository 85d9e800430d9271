/** Tests of the package of the same name. */
@NullMarked
package io.github.throughline.sandbox.secrets;

import org.jspecify.annotations.NullMarked;
