/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.delivery;

import org.jspecify.annotations.NullMarked;
