/** A person's choice not to be told of something for a while, with its reason; who made it and when it ends stay on record. */
@NullMarked
package io.github.throughline.notification.mute;

import org.jspecify.annotations.NullMarked;
