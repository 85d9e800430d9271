package io.github.throughline.notification.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A routing policy as people write it, not checked yet. */
record WrittenPolicy(
        @Nullable String timeZone,
        @Nullable Map<String, WrittenSchedule> schedules,
        @Nullable Map<String, WrittenPerson> people,
        @Nullable WrittenBundles bundles,
        @Nullable WrittenRoute route) {

    record WrittenSchedule(
            @Nullable List<String> people,
            @Nullable String from,
            @Nullable Integer everyDays,
            @Nullable List<WrittenOverride> overrides) {}

    record WrittenBundles(@Nullable String gather, @Nullable String interval) {}

    record WrittenPerson(@Nullable String quiet, @Nullable String timeZone) {}

    record WrittenOverride(
            @Nullable String person,
            @Nullable String from,
            @Nullable String until) {}

    record WrittenRoute(
            @Nullable String name,
            @Nullable WrittenMatch match,
            @Nullable List<WrittenStep> steps,
            @Nullable String repeatEvery,
            @Nullable String undecidedAfter,
            @Nullable List<WrittenRoute> routes) {}

    record WrittenMatch(
            @Nullable List<String> rules,
            @Nullable List<String> severities,
            @Nullable List<String> programs,
            @Nullable List<String> days,
            @Nullable String hours) {}

    record WrittenStep(
            @Nullable List<String> tell, @Nullable String after) {}
}
