/** When an episode's check-ins open, close and count as missed: the passing of time turned into facts. What is answered and scored is not here. */
@NullMarked
package io.github.throughline.checkin.schedule;

import org.jspecify.annotations.NullMarked;
