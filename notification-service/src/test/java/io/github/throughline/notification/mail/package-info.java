/** Rules of this package, tested without servers. */
@NullMarked
package io.github.throughline.notification.mail;

import org.jspecify.annotations.NullMarked;
