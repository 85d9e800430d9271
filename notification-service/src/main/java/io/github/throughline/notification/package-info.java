/** Tells people of escalations and takes their decisions. What is true of a patient is the detector's to say, not ours. */
@NullMarked
package io.github.throughline.notification;

import org.jspecify.annotations.NullMarked;
