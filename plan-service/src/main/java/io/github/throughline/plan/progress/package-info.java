/** How a plan goes: its goals by the readings, adherence by the check-ins, its days. What is due in it is careplan's. */
@NullMarked
package io.github.throughline.plan.progress;

import org.jspecify.annotations.NullMarked;
