package io.github.throughline.platform.fhir;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import org.hl7.fhir.r4.model.Resource;

/**
 * How far somebody has read what a search found: in the order of the last change, and of ids within it.
 *
 * @param changedAt in whole milliseconds
 */
public record FhirCursor(Instant changedAt, String id) implements Comparable<FhirCursor> {

    /** Before everything. */
    public static final FhirCursor BEGINNING = new FhirCursor(Instant.EPOCH, "");

    private static final Comparator<FhirCursor> ORDER =
            Comparator.comparing(FhirCursor::changedAt).thenComparing(FhirCursor::id);

    /** Where a resource stands in the order; what never changes stands at its beginning. */
    public static FhirCursor of(Resource resource) {
        Date changed = resource.getMeta().getLastUpdated();
        return new FhirCursor(changed == null ? Instant.EPOCH : changed.toInstant(), resource.getIdPart());
    }

    static FhirCursor parse(String text) {
        int dot = text.indexOf('.');
        try {
            return new FhirCursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(dot, 0)))), text.substring(dot + 1));
        } catch (NumberFormatException e) {
            throw new InvalidSearch(FhirSearch.CURSOR, "follow the link of relation next as it is");
        }
    }

    @Override
    public int compareTo(FhirCursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return changedAt.toEpochMilli() + "." + id;
    }
}
