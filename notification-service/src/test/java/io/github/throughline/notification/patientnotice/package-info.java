@NullMarked
package io.github.throughline.notification.patientnotice;

import org.jspecify.annotations.NullMarked;
