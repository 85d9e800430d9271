/** Where the sandbox's mails and webhooks arrive, a process of its own. Nothing leaves the machine from here. */
@NullMarked
package io.github.throughline.sandbox.sink;

import org.jspecify.annotations.NullMarked;
