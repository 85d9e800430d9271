/** The programs: templates that plans are drafted from, each a file. What a physician makes of one is a care plan. */
@NullMarked
package io.github.throughline.plan.program;

import org.jspecify.annotations.NullMarked;
