/** Messages of patients and caregivers to the coordinator. Their text is read by authorised fetch alone; topics bear the id. */
@NullMarked
package io.github.throughline.checkin.message;

import org.jspecify.annotations.NullMarked;
