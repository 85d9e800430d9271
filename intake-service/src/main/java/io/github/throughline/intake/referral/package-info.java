/** Somebody asks for a patient to be cared for. What is done about it is an episode. */
@NullMarked
package io.github.throughline.intake.referral;

import org.jspecify.annotations.NullMarked;
