/** One check-in: its window, what was answered, where it stands, and the facts about it. When windows open and close is not here but in schedule. */
@NullMarked
package io.github.throughline.checkin.checkin;

import org.jspecify.annotations.NullMarked;
