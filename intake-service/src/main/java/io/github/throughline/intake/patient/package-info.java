/** Who a patient is: name, birth date, contact, ids at partners. What is done for them is not here, and nothing of this leaves on a topic. */
@NullMarked
package io.github.throughline.intake.patient;

import org.jspecify.annotations.NullMarked;
