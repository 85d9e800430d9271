/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.sharedlink;

import org.jspecify.annotations.NullMarked;
