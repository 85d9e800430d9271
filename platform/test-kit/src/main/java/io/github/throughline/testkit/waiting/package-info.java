/** How long tests wait for what takes its time. What they wait for is not here. */
@NullMarked
package io.github.throughline.testkit.waiting;

import org.jspecify.annotations.NullMarked;
