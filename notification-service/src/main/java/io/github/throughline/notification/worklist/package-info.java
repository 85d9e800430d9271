/** What a coordinator or clinician sees first: which escalations, and why in one line. The pages are in {@code console}. */
@NullMarked
package io.github.throughline.notification.worklist;

import org.jspecify.annotations.NullMarked;
