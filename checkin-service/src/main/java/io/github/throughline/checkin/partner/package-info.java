/** Outcomes that partner systems put on their topics: whose they are, what is wrong with them, and the refusals. Scoring is reading's. */
@NullMarked
package io.github.throughline.checkin.partner;

import org.jspecify.annotations.NullMarked;
