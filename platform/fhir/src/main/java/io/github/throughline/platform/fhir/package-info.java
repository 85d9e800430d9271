/** What the FHIR R4 endpoints of the services have in common: reading and writing resources, searching, errors. What a resource says of a patient is the services'. */
@NullMarked
package io.github.throughline.platform.fhir;

import org.jspecify.annotations.NullMarked;
