/** Tests of what partners send, without the running service; with it: the package above. */
@NullMarked
package io.github.throughline.checkin.partner;

import org.jspecify.annotations.NullMarked;
