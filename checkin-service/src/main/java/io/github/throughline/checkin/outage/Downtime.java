package io.github.throughline.checkin.outage;

import io.github.throughline.checkin.checkin.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** All outages together: one hour counts once, however many outages cover it. */
public record Downtime(List<Span> spans) {

    /** @param endsAt first instant after it */
    public record Span(Instant startsAt, Instant endsAt) {}

    public static final Downtime NONE = new Downtime(List.of());

    public Downtime {
        spans = List.copyOf(spans);
    }

    public static Downtime of(Collection<Outage> outages) {
        var merged = new ArrayList<Span>();
        outages.stream()
                .map(outage -> new Span(outage.startsAt(), outage.endsAt()))
                .sorted(Comparator.comparing(Span::startsAt))
                .forEach(span -> merge(merged, span));
        return new Downtime(merged);
    }

    private static void merge(List<Span> merged, Span span) {
        if (merged.isEmpty() || span.startsAt().isAfter(merged.getLast().endsAt())) {
            merged.add(span);
            return;
        }
        Span last = merged.removeLast();
        Instant end = last.endsAt().isAfter(span.endsAt()) ? last.endsAt() : span.endsAt();
        merged.add(new Span(last.startsAt(), end));
    }

    /**
     * When the grace of a window ends: as the plan says, and later by the length of every outage, from the window's
     * opening on.
     */
    public Instant graceEnd(Window window) {
        Instant end = window.endsAt().plus(window.grace());
        for (Span span : spans) {
            if (span.startsAt().isBefore(end) && span.endsAt().isAfter(window.opensAt())) {
                Instant from = span.startsAt().isBefore(window.opensAt()) ? window.opensAt() : span.startsAt();
                end = end.plus(Duration.between(from, span.endsAt()));
            }
        }
        return end;
    }
}
