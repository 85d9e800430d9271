package io.github.throughline.sandbox.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** notification-service, as coordinators and clinicians use it. */
public final class Escalations {

    static final String SERVICE = "notification-service";

    private static final int PAGE = 1000;

    private final Rest rest;

    public Escalations(Rest rest) {
        this.rest = rest;
    }

    public void acknowledge(Person coordinator, UUID escalationId) {
        rest.post(coordinator, SERVICE, "/escalations/" + escalationId + "/acknowledgement", Map.of());
    }

    /** @param kind e.g. ADJUST_PLAN */
    public void decide(Person clinician, UUID escalationId, String kind) {
        rest.post(clinician, SERVICE, "/escalations/" + escalationId + "/decisions", Map.of("kind", kind));
    }

    /** An escalation with all of its evidence. */
    public JsonNode one(UUID escalationId) {
        return rest.get(Person.service(), SERVICE, "/escalations/" + escalationId);
    }

    /** The open escalations of somebody's own patients, worst first. */
    public List<JsonNode> open(Person caller) {
        return rest.get(caller, SERVICE, "/escalations?state=open&whose=mine")
                .valueStream()
                .toList();
    }

    /** Everything that was told, oldest first. */
    public List<JsonNode> allNotices() {
        var all = new ArrayList<JsonNode>();
        var page = notices("");
        while (!page.isEmpty()) {
            all.addAll(page);
            page = notices("&after=" + page.getLast().get("noticeId").asString());
        }
        return all;
    }

    private List<JsonNode> notices(String after) {
        return rest.get(Person.service(), SERVICE, "/notices?limit=" + PAGE + after)
                .valueStream()
                .toList();
    }

    /** What was told of an escalation, to whom and how it went. */
    public List<JsonNode> notices(UUID escalationId) {
        return rest.get(Person.service(), SERVICE, "/escalations/" + escalationId + "/notices")
                .valueStream()
                .toList();
    }
}
