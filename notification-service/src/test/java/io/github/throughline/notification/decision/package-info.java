/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.decision;

import org.jspecify.annotations.NullMarked;
