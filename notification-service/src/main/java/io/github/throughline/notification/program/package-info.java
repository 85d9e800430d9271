/** How a program goes, in figures over many patients: for those who lead it. No patient is in them. */
@NullMarked
package io.github.throughline.notification.program;

import org.jspecify.annotations.NullMarked;
