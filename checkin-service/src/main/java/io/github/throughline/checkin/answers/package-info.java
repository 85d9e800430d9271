/** What was submitted with a check-in: as it stands, what it was before, and its correction by the coordinator. Submitting is not here. */
@NullMarked
package io.github.throughline.checkin.answers;

import org.jspecify.annotations.NullMarked;
