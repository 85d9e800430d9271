/** The catalogue of outcome measures, the scorer and the default stall terms. No item text of any instrument, and no judgement of a patient's course. */
@NullMarked
package io.github.throughline.measures;

import org.jspecify.annotations.NullMarked;
