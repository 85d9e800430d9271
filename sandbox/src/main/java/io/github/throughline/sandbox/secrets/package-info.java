/** Files that only their owner may read. What is secret, and why, is their users' business. */
@NullMarked
package io.github.throughline.sandbox.secrets;

import org.jspecify.annotations.NullMarked;
