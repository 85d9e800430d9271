/** Who is told of what, when: the notices of each escalation version and where each stands. How a notice travels is in {@code delivery}. */
@NullMarked
package io.github.throughline.notification.notice;

import org.jspecify.annotations.NullMarked;
