package io.github.throughline.sandbox.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** plan-service, as a physician uses it. */
public final class Plans {

    static final String SERVICE = "plan-service";

    private final Rest rest;

    public Plans(Rest rest) {
        this.rest = rest;
    }

    /**
     * A version of a plan.
     *
     * @param revision of the draft, as it was seen
     * @param activities times a week by id
     */
    public record Version(UUID planId, int version, int revision, Map<String, Integer> activities) {

        private static Version of(UUID planId, JsonNode version) {
            return new Version(
                    planId,
                    version.get("version").asInt(),
                    version.get("revision").asInt(),
                    version.at("/content/activities")
                            .valueStream()
                            .collect(Collectors.toMap(
                                    activity -> activity.get("id").asString(),
                                    activity -> activity.get("timesPerWeek").asInt())));
        }
    }

    /** Drafts a plan from a program's template. */
    public Version draft(Person physician, UUID episodeId, String program) {
        return draft(physician, episodeId, Map.of("program", program));
    }

    /** Drafts a plan from a program's template with these measures in place of its own, every week. */
    public Version draft(Person physician, UUID episodeId, String program, List<String> measures) {
        var weekly = measures.stream()
                .map(measure -> Map.of("measure", measure, "everyWeeks", 1))
                .toList();
        return draft(physician, episodeId, Map.of("program", program, "measures", weekly));
    }

    private Version draft(Person physician, UUID episodeId, Map<String, ?> body) {
        var draft = rest.post(physician, SERVICE, "/episodes/" + episodeId + "/plans", body);
        return Version.of(UUID.fromString(draft.get("planId").asString()), draft);
    }

    /** Signs a draft as it was seen; it is in force from then on. */
    public void sign(Person physician, UUID episodeId, Version draft) {
        rest.postOn(
                physician,
                SERVICE,
                "/episodes/%s/plans/%s/versions/%d/signature".formatted(episodeId, draft.planId(), draft.version()),
                draft.revision());
    }

    /** The next version's draft: the one that lies ready, else a new one from the version in force. */
    public Version next(Person physician, UUID episodeId, UUID planId) {
        var ready = rest.get(physician, SERVICE, "/episodes/%s/plans".formatted(episodeId))
                .valueStream()
                .filter(plan -> plan.get("planId").asString().equals(planId.toString()))
                .flatMap(plan -> plan.get("versions").valueStream())
                .filter(version -> version.get("state").asString().equals("DRAFT"))
                .map(version -> Version.of(planId, version))
                .findFirst();
        return ready.orElseGet(() -> draftNext(physician, episodeId, planId));
    }

    private Version draftNext(Person physician, UUID episodeId, UUID planId) {
        var draft =
                rest.post(physician, SERVICE, "/episodes/%s/plans/%s/versions".formatted(episodeId, planId), Map.of());
        return Version.of(planId, draft);
    }
}
