/** Administrative work that follows from facts. Reminding and escalating of work is not here. */
@NullMarked
package io.github.throughline.intake.workitem;

import org.jspecify.annotations.NullMarked;
