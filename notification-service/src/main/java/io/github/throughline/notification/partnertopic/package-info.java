/** Notices on a partner's own topic, through the outbox. When to try again is {@code delivery}'s. */
@NullMarked
package io.github.throughline.notification.partnertopic;

import org.jspecify.annotations.NullMarked;
