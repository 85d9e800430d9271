/** The patient's page: a check-in answered without signing in, behind a link of its own. What an answer means is submission's and reading's. */
@NullMarked
package io.github.throughline.checkin.page;

import org.jspecify.annotations.NullMarked;
