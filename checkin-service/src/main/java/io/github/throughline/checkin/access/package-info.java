/** Who may see an episode's check-ins and who may answer for its patient: by their role in that episode, never by what they sign in as alone. What they see or answer is not here. */
@NullMarked
package io.github.throughline.checkin.access;

import org.jspecify.annotations.NullMarked;
