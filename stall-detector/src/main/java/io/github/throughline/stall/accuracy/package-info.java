/**
 * How well the detector finds simulated patients whose truth is known, beside simple rules and the best that is
 * possible. It runs the backtest as anybody can; no rule of its own is used by the detector.
 */
@NullMarked
package io.github.throughline.stall.accuracy;

import org.jspecify.annotations.NullMarked;
