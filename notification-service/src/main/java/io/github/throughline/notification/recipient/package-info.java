/** Names, addresses and consent, asked of intake-service at the moment of use. Nothing of it is kept but coordinators' addresses. */
@NullMarked
package io.github.throughline.notification.recipient;

import org.jspecify.annotations.NullMarked;
