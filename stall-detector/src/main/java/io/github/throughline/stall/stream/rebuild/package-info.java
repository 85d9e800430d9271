/**
 * Makes the detector's state anew from the topics, where a release can not read what an earlier one kept. It runs alone,
 * once, and publishes only what is found otherwise than it was published.
 */
@NullMarked
package io.github.throughline.stall.stream.rebuild;

import org.jspecify.annotations.NullMarked;
