@NullMarked
package io.github.throughline.platform.web;

import org.jspecify.annotations.NullMarked;
