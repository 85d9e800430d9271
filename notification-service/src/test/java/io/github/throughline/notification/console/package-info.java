/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.console;

import org.jspecify.annotations.NullMarked;
