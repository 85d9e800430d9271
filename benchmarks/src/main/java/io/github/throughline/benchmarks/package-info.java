/** What the detector's fold costs. No server and no file: those are measured elsewhere. */
@NullMarked
package io.github.throughline.benchmarks;

import org.jspecify.annotations.NullMarked;
