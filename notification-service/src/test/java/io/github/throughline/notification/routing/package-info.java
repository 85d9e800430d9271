@NullMarked
package io.github.throughline.notification.routing;

import org.jspecify.annotations.NullMarked;
