/** What patients and their caregivers are told: reminders with a link, one-time codes. When they are due is checkin-service's; escalations are not here. */
@NullMarked
package io.github.throughline.notification.patientnotice;

import org.jspecify.annotations.NullMarked;
