package io.github.throughline.notification.routing;

import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.Bundling;
import io.github.throughline.notification.routing.UnusablePolicy.Fault;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenBundles;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenMatch;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenOverride;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenPerson;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenRoute;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenSchedule;
import io.github.throughline.notification.routing.WrittenPolicy.WrittenStep;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a routing policy, and names all of its faults at once, each with its place. */
final class PolicyReading {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Pattern TIME = Pattern.compile("(\\d{1,4})(m|h|d)");
    private static final Set<String> RULES = Set.of(
            "plateau", "regression", "off-track", "side-effect", "adherence", "missed-checkins", "safety-answer");
    private static final String ON_CALL = "schedule:";
    private static final String PERSON = "person:";
    private static final String EMPTY = "is empty";

    /** As long as the column is that keeps who was told. */
    private static final int LONGEST_REFERENCE = 255;

    private final List<Fault> faults = new ArrayList<>();
    private Set<String> schedules = Set.of();

    private PolicyReading() {}

    /** @throws UnusablePolicy when it can not be used */
    static RoutingPolicy read(String yaml) {
        return new PolicyReading().policy(written(yaml));
    }

    private static WrittenPolicy written(String yaml) {
        try {
            WrittenPolicy policy = YAML.readValue(yaml, WrittenPolicy.class);
            if (policy != null) {
                return policy;
            }
        } catch (DatabindException e) {
            throw new UnusablePolicy(List.of(new Fault(
                    place(e),
                    e instanceof UnrecognizedPropertyException unknown
                            ? "is not known; known are " + unknown.getKnownPropertyIds()
                            : "is not of the kind that it must be")));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UnusablePolicy(List.of(new Fault("line " + line, "is no YAML")));
        }
        throw new UnusablePolicy(List.of(new Fault("the policy", EMPTY)));
    }

    private static String place(DatabindException error) {
        var place = new StringBuilder();
        for (JacksonException.Reference part : error.getPath()) {
            if (part.getPropertyName() == null) {
                place.append('[').append(part.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return place.toString();
    }

    private RoutingPolicy policy(WrittenPolicy written) {
        ZoneId zone = zone("timeZone", written.timeZone());
        Map<String, Schedule> read = new LinkedHashMap<>();
        Map<String, WrittenSchedule> known = Objects.requireNonNullElse(written.schedules(), Map.of());
        schedules = known.keySet();
        each("schedules.", known, this::schedule, read::put);
        Map<String, QuietHours> quiet = new LinkedHashMap<>();
        each(
                "people.",
                Objects.requireNonNullElse(written.people(), Map.<String, WrittenPerson>of()),
                (place, person) -> quiet(place, person, zone),
                (person, hours) -> hours.ifPresent(told -> quiet.put(person, told)));
        Bundling bundling = bundling(written.bundles());
        Route route = root(written.route());
        if (!faults.isEmpty()) {
            throw new UnusablePolicy(faults);
        }
        return new RoutingPolicy(zone, read, quiet, bundling, route);
    }

    private @Nullable Bundling bundling(@Nullable WrittenBundles written) {
        if (written == null) {
            return null;
        }
        return new Bundling(
                required("bundles.gather", written.gather()), required("bundles.interval", written.interval()));
    }

    private Duration required(String place, @Nullable String written) {
        Duration time = time(place, written);
        if (written == null) {
            fault(place, "is missing, e.g. 10m");
        }
        return time == null ? Duration.ZERO : time;
    }

    private Optional<QuietHours> quiet(String place, WrittenPerson written, ZoneId otherwise) {
        Match.Hours hours = hours(place + ".quiet", Objects.requireNonNullElse(written.quiet(), ""));
        if (hours != null && hours.from().equals(hours.until())) {
            fault(place + ".quiet", "must end at another time than it begins: this is always quiet");
        }
        ZoneId zone = written.timeZone() == null ? otherwise : zone(place + ".timeZone", written.timeZone());
        return Optional.ofNullable(hours).map(known -> new QuietHours(known, zone));
    }

    private ZoneId zone(String place, @Nullable String name) {
        try {
            return ZoneId.of(Objects.requireNonNullElse(name, ""));
        } catch (DateTimeException e) {
            fault(place, "must be a time zone, e.g. Europe/Berlin");
            return ZoneId.of("UTC");
        }
    }

    private Route root(@Nullable WrittenRoute written) {
        if (written == null) {
            fault("route", "is missing");
            return new Route("", Match.ALL, List.of(), null, null, List.of());
        }
        if (written.steps() == null || written.steps().isEmpty()) {
            fault("route.steps", "must be at least one: it holds for everything that no other route fits");
        }
        if (written.match() != null) {
            fault("route.match", "must not be there: the first route takes everything");
        }
        return route("route", written, "all");
    }

    private Route route(String place, WrittenRoute written, String otherwise) {
        return new Route(
                Objects.requireNonNullElse(written.name(), otherwise),
                match(place + ".match", written.match()),
                each(place + ".steps", written.steps(), this::step),
                time(place + ".repeatEvery", written.repeatEvery()),
                time(place + ".undecidedAfter", written.undecidedAfter()),
                each(place + ".routes", written.routes(), (at, route) -> route(at, route, at)));
    }

    private Match match(String place, @Nullable WrittenMatch written) {
        return written == null
                ? Match.ALL
                : new Match(
                        set(place + ".rules", written.rules(), PolicyReading::rule),
                        set(place + ".severities", written.severities(), text -> Severity.valueOf(upper(text))),
                        set(place + ".programs", written.programs(), Function.identity()),
                        set(place + ".days", written.days(), text -> DayOfWeek.valueOf(upper(text))),
                        hours(place + ".hours", written.hours()));
    }

    private static String rule(String id) {
        if (!RULES.contains(id)) {
            throw new IllegalArgumentException(id);
        }
        return id;
    }

    private <T> Set<T> set(String place, @Nullable List<String> written, Function<String, T> read) {
        var set = new LinkedHashSet<T>();
        for (String text : each(place, written, (at, known) -> known)) {
            try {
                set.add(read.apply(text));
            } catch (IllegalArgumentException e) {
                fault(place, "%s is not known".formatted(text));
            }
        }
        return set;
    }

    private Match.@Nullable Hours hours(String place, @Nullable String written) {
        if (written == null) {
            return null;
        }
        String[] parts = written.split("-", -1);
        try {
            if (parts.length == 2) {
                return new Match.Hours(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        fault(place, "must be two times of day, e.g. 18:00-08:00");
        return null;
    }

    private Step step(String place, WrittenStep written) {
        List<Target> tell = each(place + ".tell", written.tell(), this::target);
        if (tell.isEmpty()) {
            fault(place + ".tell", "must name somebody: coordinator, schedule:NAME or person:REFERENCE");
        }
        Duration after = time(place + ".after", written.after());
        boolean isFirst = place.endsWith("[0]");
        if (isFirst && after != null) {
            fault(place + ".after", "must not be there: the first step is taken at once");
        }
        if (!isFirst && after == null && written.after() == null) {
            fault(place + ".after", "is missing: how long after the step before it, e.g. 4h");
        }
        return new Step(tell, after == null ? Duration.ZERO : after);
    }

    private Target target(String place, String written) {
        if (written.equals("coordinator")) {
            return new Target.Coordinator();
        }
        if (written.startsWith(PERSON) && written.length() > PERSON.length()) {
            return new Target.Person(reference(place, written.substring(PERSON.length())));
        }
        String schedule = written.startsWith(ON_CALL) ? written.substring(ON_CALL.length()) : "";
        if (!schedules.contains(schedule)) {
            fault(
                    place,
                    "%s is neither coordinator nor person:REFERENCE nor a schedule of this policy: %s"
                            .formatted(
                                    written,
                                    schedules.stream().map(ON_CALL::concat).collect(Collectors.joining(", "))));
        }
        return new Target.OnCall(schedule);
    }

    private @Nullable Duration time(String place, @Nullable String written) {
        if (written == null) {
            return null;
        }
        Matcher time = TIME.matcher(written);
        long number = time.matches() ? Long.parseLong(time.group(1)) : 0;
        if (number == 0) {
            fault(place, "%s must be a time above 0, e.g. 30m, 4h or 3d".formatted(written));
            return null;
        }
        return switch (time.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private Schedule schedule(String place, WrittenSchedule written) {
        if (written.people() == null || written.people().isEmpty()) {
            fault(place + ".people", "must be at least one");
        }
        int everyDays = Objects.requireNonNullElse(written.everyDays(), 7);
        if (everyDays < 1) {
            fault(place + ".everyDays", "must be at least 1");
        }
        return new Schedule(
                each(place + ".people", written.people(), this::reference),
                moment(place + ".from", written.from()),
                Math.max(1, everyDays),
                each(place + ".overrides", written.overrides(), this::override));
    }

    private Schedule.Override override(String place, WrittenOverride written) {
        if (written.person() == null) {
            fault(place + ".person", "is missing");
        }
        var override = new Schedule.Override(
                written.person() == null ? "" : reference(place + ".person", written.person()),
                moment(place + ".from", written.from()),
                moment(place + ".until", written.until()));
        if (!override.from().isBefore(override.until())) {
            fault(place + ".until", "must be after from");
        }
        return override;
    }

    private String reference(String place, String written) {
        if (written.isBlank()) {
            fault(place, EMPTY);
        }
        if (written.length() > LONGEST_REFERENCE) {
            fault(place, "must not be longer than %d characters".formatted(LONGEST_REFERENCE));
        }
        if (written.chars().anyMatch(Character::isISOControl)) {
            fault(place, "must be without control characters");
        }
        return written;
    }

    private LocalDateTime moment(String place, @Nullable String written) {
        try {
            return LocalDateTime.parse(Objects.requireNonNullElse(written, ""));
        } catch (DateTimeException e) {
            fault(place, "must be a date and time of day without a zone, e.g. 2026-01-05T08:00");
            return LocalDateTime.MIN;
        }
    }

    @FunctionalInterface
    private interface Reader<W, R> {

        R read(String place, W written);
    }

    private <W, R> List<R> each(String place, @Nullable List<W> written, Reader<W, R> reader) {
        List<W> all = Objects.requireNonNullElse(written, List.of());
        return IntStream.range(0, all.size())
                .mapToObj(i -> present("%s[%d]".formatted(place, i), all.get(i), reader))
                .flatMap(Optional::stream)
                .toList();
    }

    private <W, R> void each(String under, Map<String, W> written, Reader<W, R> reader, BiConsumer<String, R> keep) {
        written.forEach((name, value) -> present(under + reference(under + name, name), value, reader)
                .ifPresent(read -> keep.accept(name, read)));
    }

    /** What YAML leaves empty comes as null, but its sign for that as text. */
    private <W, R> Optional<R> present(String place, @Nullable W written, Reader<W, R> reader) {
        if (written == null || written.equals("~")) {
            fault(place, EMPTY);
            return Optional.empty();
        }
        return Optional.of(reader.read(place, written));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private void fault(String place, String reason) {
        faults.add(new Fault(place, reason));
    }
}
