/** The transactional outbox: events leave with the change that caused them, in order per key. Reading topics is not here, see inbox and messaging. */
@NullMarked
package io.github.throughline.platform.outbox;

import org.jspecify.annotations.NullMarked;
