@NullMarked
package io.github.throughline.platform.checkinlink;

import org.jspecify.annotations.NullMarked;
