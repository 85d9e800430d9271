package io.github.throughline.sandbox.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** notification-service, as coordinators and clinicians use it. */
public final class Escalations {

    static final String SERVICE = "notification-service";

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

    /** What was told of an escalation, to whom and how it went. */
    public List<JsonNode> notices(UUID escalationId) {
        return rest.get(Person.service(), SERVICE, "/escalations/" + escalationId + "/notices")
                .valueStream()
                .toList();
    }
}
