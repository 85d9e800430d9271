/** Who a patient is, shown to and corrected by those who have to know. How a patient comes in is in referral. */
@NullMarked
package io.github.throughline.intake.identity;

import org.jspecify.annotations.NullMarked;
