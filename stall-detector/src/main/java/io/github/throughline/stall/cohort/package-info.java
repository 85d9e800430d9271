/**
 * Simulated patients whose true course is known: what a detector should find is written beside what they report. No
 * rule, and nothing of real patients.
 */
@NullMarked
package io.github.throughline.stall.cohort;

import org.jspecify.annotations.NullMarked;
