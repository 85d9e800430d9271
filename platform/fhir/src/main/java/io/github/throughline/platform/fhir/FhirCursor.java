package io.github.throughline.platform.fhir;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;

/**
 * How far somebody has read what a search found: in the order of the last change, and of ids within it.
 *
 * @param changedAt in whole milliseconds
 */
public record FhirCursor(Instant changedAt, String id) implements Comparable<FhirCursor> {

    /** Before everything. */
    public static final FhirCursor BEGINNING = new FhirCursor(Instant.EPOCH, "");

    private static final Pattern FORM = Pattern.compile("([0-9]{1,14})\\.([A-Za-z0-9.-]{0,64})");

    private static final Comparator<FhirCursor> ORDER =
            Comparator.comparing(FhirCursor::changedAt).thenComparing(FhirCursor::id);

    /** Where a resource stands in the order; what never changes stands at its beginning. */
    public static FhirCursor of(Resource resource) {
        Date changed = resource.getMeta().getLastUpdated();
        return new FhirCursor(changed == null ? Instant.EPOCH : changed.toInstant(), resource.getIdPart());
    }

    static FhirCursor parse(String text) {
        Matcher cursor = FORM.matcher(text);
        if (!cursor.matches()) {
            throw new InvalidSearch(FhirSearch.CURSOR, "follow the link of relation next as it is");
        }
        return new FhirCursor(Instant.ofEpochMilli(Long.parseLong(cursor.group(1))), cursor.group(2));
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
