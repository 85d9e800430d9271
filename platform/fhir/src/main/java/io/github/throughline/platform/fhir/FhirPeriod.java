package io.github.throughline.platform.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A span of time that a search narrows to. A day, month or year without a time is one of UTC.
 *
 * @param from first instant in it
 * @param until first instant after it
 */
public record FhirPeriod(Instant from, Instant until) {

    /** What a database and a client can both say. */
    public static final FhirPeriod ALWAYS =
            new FhirPeriod(Instant.EPOCH.minus(36500, ChronoUnit.DAYS), Instant.parse("9999-12-31T00:00:00Z"));

    /** Whether the instant is in it. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Whether anything of a span is in it. */
    public boolean meets(Instant begin, Instant end) {
        return begin.isBefore(until) && !end.isBefore(from);
    }

    FhirPeriod and(FhirPeriod other) {
        return new FhirPeriod(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }

    /** @param said e.g. ge2026-10-13 */
    static FhirPeriod parse(String parameter, String said) {
        boolean hasPrefix = said.length() > 2 && Character.isLetter(said.charAt(0));
        String prefix = hasPrefix ? said.substring(0, 2) : "eq";
        try {
            FhirPeriod span = span(hasPrefix ? said.substring(2) : said);
            FhirPeriod narrowed = switch (prefix) {
                case "eq" -> span;
                case "ge" -> new FhirPeriod(span.from, ALWAYS.until);
                case "gt", "sa" -> new FhirPeriod(span.until, ALWAYS.until);
                case "le" -> new FhirPeriod(ALWAYS.from, span.until);
                case "lt", "eb" -> new FhirPeriod(ALWAYS.from, span.from);
                default -> throw new InvalidSearch(parameter, "take one of eq, ge, gt, le, lt, sa, eb");
            };
            return narrowed.and(ALWAYS);
        } catch (DateTimeException e) {
            throw new InvalidSearch(parameter, "write a time as 2026, 2026-10, 2026-10-13 or 2026-10-13T08:00:00Z");
        }
    }

    private static FhirPeriod span(String time) {
        return switch (time.length()) {
            case 4 ->
                span(Year.parse(time).atDay(1), Year.parse(time).plusYears(1).atDay(1));
            case 7 ->
                span(
                        YearMonth.parse(time).atDay(1),
                        YearMonth.parse(time).plusMonths(1).atDay(1));
            case 10 -> span(LocalDate.parse(time), LocalDate.parse(time).plusDays(1));
            default -> {
                Instant at = OffsetDateTime.parse(time).toInstant();
                yield new FhirPeriod(at, at.plus(1, time.contains(".") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS));
            }
        };
    }

    private static FhirPeriod span(LocalDate from, LocalDate until) {
        return new FhirPeriod(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                until.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
