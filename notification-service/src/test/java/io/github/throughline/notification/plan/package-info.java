/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.plan;

import org.jspecify.annotations.NullMarked;
