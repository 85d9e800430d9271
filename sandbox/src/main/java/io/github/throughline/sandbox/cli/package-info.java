/** The command line. Each command is a thin layer over the package that does the work. */
@NullMarked
package io.github.throughline.sandbox.cli;

import org.jspecify.annotations.NullMarked;
