/** A site's own measure, in a folder as a cluster mounts it. */
@NullMarked
package io.github.throughline.testkit.measures;

import org.jspecify.annotations.NullMarked;
