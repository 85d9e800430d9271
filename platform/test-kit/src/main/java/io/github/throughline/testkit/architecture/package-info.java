/** The rules that the code of every service follows, as tests. Formatting and null checks are the compiler's. */
@NullMarked
package io.github.throughline.testkit.architecture;

import org.jspecify.annotations.NullMarked;
