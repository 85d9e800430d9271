/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.notice;

import org.jspecify.annotations.NullMarked;
