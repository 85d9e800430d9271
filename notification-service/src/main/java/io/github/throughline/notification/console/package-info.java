/** The pages for coordinators and clinicians, and the page behind a shared link. What may be seen is decided in {@code escalation}. */
@NullMarked
package io.github.throughline.notification.console;

import org.jspecify.annotations.NullMarked;
