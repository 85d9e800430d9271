package io.github.throughline.sandbox.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** intake-service, as patients use it. */
public final class Consents {

    private final Rest rest;

    public Consents(Rest rest) {
        this.rest = rest;
    }

    /** From now on nobody may be told anything of the episode but its coordinator. */
    public void withdrawAll(Person patient, UUID episodeId) {
        rest.put(patient, Intake.SERVICE, "/episodes/" + episodeId + "/consents", Map.of("consents", List.of()));
    }
}
