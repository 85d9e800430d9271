/** Terms for a site's own patients, from their histories: chosen for an alert budget, or fitted to a course of recovery. */
@NullMarked
package io.github.throughline.stall.calibration;

import org.jspecify.annotations.NullMarked;
