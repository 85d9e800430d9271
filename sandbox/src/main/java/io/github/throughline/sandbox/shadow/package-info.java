/** What rules that are being tried find otherwise than those in force; how they find it is the detector's. */
@NullMarked
package io.github.throughline.sandbox.shadow;

import org.jspecify.annotations.NullMarked;
