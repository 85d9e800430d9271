/** Notices by SMTP: a link, the kind and the severity, nothing of a patient. When to try again is {@code delivery}'s. */
@NullMarked
package io.github.throughline.notification.mail;

import org.jspecify.annotations.NullMarked;
