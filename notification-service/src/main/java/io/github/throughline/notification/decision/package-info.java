/** What clinicians answered to escalations, and who may answer. What follows from a decision is the detector's, the plan's and intake's. */
@NullMarked
package io.github.throughline.notification.decision;

import org.jspecify.annotations.NullMarked;
