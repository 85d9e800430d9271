package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.checkin.reading.Reading;
import io.github.throughline.platform.web.Problem;

/** What became of a resource that was sent. */
sealed interface Taken {

    /** @param isNew whether this changed anything; else it was known already, with the same content */
    record Recorded(SentReading.Type type, Reading reading, boolean isNew) implements Taken {

        String path() {
            return type.fhirName() + "/" + reading.id().value();
        }

        String version() {
            return String.valueOf(reading.revision().version());
        }

        int status() {
            return isNew ? 201 : 200;
        }
    }

    record Refused(Problem problem) implements Taken {}
}
