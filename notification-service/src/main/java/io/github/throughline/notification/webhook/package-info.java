/** Notices by Standard Webhooks: same id and body on every try, each try signed anew. When to try again is {@code delivery}'s. */
@NullMarked
package io.github.throughline.notification.webhook;

import org.jspecify.annotations.NullMarked;
