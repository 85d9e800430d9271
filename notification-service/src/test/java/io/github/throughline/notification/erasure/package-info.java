/** Rules of this package, tested on a database alone. */
@NullMarked
package io.github.throughline.notification.erasure;

import org.jspecify.annotations.NullMarked;
