/** Which episodes were erased, so that facts that come late bring nothing of them back. Each feature deletes its own rows. */
@NullMarked
package io.github.throughline.notification.erasure;

import org.jspecify.annotations.NullMarked;
