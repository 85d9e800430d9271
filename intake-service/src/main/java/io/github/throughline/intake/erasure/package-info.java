/** Erasure of a patient: identity deleted here, everybody else told. Other services delete their own rows. */
@NullMarked
package io.github.throughline.intake.erasure;

import org.jspecify.annotations.NullMarked;
