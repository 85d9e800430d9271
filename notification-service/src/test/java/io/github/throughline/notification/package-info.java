/** The service among real servers, and stand-ins of those that other people or services run. */
@NullMarked
package io.github.throughline.notification;

import org.jspecify.annotations.NullMarked;
