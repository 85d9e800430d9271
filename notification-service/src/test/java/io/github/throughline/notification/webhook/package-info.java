/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.webhook;

import org.jspecify.annotations.NullMarked;
