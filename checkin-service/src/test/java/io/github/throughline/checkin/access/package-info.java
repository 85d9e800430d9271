/** Who may see and who may answer, without servers. */
@NullMarked
package io.github.throughline.checkin.access;

import org.jspecify.annotations.NullMarked;
