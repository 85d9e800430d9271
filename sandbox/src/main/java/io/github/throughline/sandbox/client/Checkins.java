package io.github.throughline.sandbox.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** checkin-service, as a patient's app uses it. */
public final class Checkins {

    static final String SERVICE = "checkin-service";

    private final Rest rest;

    public Checkins(Rest rest) {
        this.rest = rest;
    }

    /** A check-in that can be answered. */
    public record Open(UUID checkinId, List<String> measures, List<String> answered) {

        /** Measures that have no answer yet. */
        public List<String> waitsFor() {
            return measures.stream()
                    .filter(measure -> !answered.contains(measure))
                    .toList();
        }
    }

    /**
     * An answer to one measure.
     *
     * @param items answers by item; empty where there is only a total
     */
    public record Answer(String measure, Map<String, Integer> items, Optional<BigDecimal> total) {

        Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>();
            body.put("measure", measure);
            if (!items.isEmpty()) {
                body.put("items", items);
            }
            total.ifPresent(value -> body.put("total", value));
            return body;
        }
    }

    /** Something unwanted that the patient felt. */
    public record SideEffect(String term, String severity) {}

    /**
     * All that a patient says in one check-in.
     *
     * @param adherence how often each activity was done
     */
    public record Submission(
            Instant answeredAt, List<Answer> answers, List<SideEffect> sideEffects, Map<String, Integer> adherence) {}

    /** The check-ins that an episode can answer now. */
    public List<Open> open(Person caller, UUID episodeId) {
        return rest.get(caller, SERVICE, "/episodes/" + episodeId + "/checkins?state=open")
                .valueStream()
                .map(checkin -> new Open(
                        UUID.fromString(checkin.get("checkinId").asString()),
                        strings(checkin.get("measures")),
                        strings(checkin.get("answered"))))
                .toList();
    }

    /** @return ids of the readings that it became */
    public List<UUID> submit(Person caller, UUID episodeId, UUID checkinId, Submission submission) {
        var body = Map.of(
                "answeredAt", submission.answeredAt().toString(),
                "answers", submission.answers().stream().map(Answer::body).toList(),
                "sideEffects", submission.sideEffects(),
                "adherence",
                        submission.adherence().entrySet().stream()
                                .map(entry -> Map.of("activity", entry.getKey(), "done", entry.getValue()))
                                .toList());
        var answer =
                rest.post(caller, SERVICE, "/episodes/%s/checkins/%s/submission".formatted(episodeId, checkinId), body);
        return answer.get("readings")
                .valueStream()
                .map(reading -> UUID.fromString(reading.get("readingId").asString()))
                .toList();
    }

    /** Records a reading outside a check-in. */
    public UUID record(Person caller, UUID episodeId, String recordId, Instant observedAt, Answer answer) {
        var body = answer.body();
        body.put("recordId", recordId);
        body.put("observedAt", observedAt.toString());
        var reading = rest.post(caller, SERVICE, "/episodes/" + episodeId + "/readings", body);
        return UUID.fromString(reading.get("readingId").asString());
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
