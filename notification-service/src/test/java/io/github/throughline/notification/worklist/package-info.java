/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.worklist;

import org.jspecify.annotations.NullMarked;
