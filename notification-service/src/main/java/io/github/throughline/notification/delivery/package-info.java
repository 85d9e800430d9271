/** How a notice travels: claimed with a lease, sent over a channel, settled. Who is told and when is in {@code notice}; each channel has a package of its own. */
@NullMarked
package io.github.throughline.notification.delivery;

import org.jspecify.annotations.NullMarked;
