package io.github.throughline.sandbox.client;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** intake-service, as an intake desk uses it. */
public final class Intake {

    static final String SERVICE = "intake-service";

    private final Rest rest;

    public Intake(Rest rest) {
        this.rest = rest;
    }

    /**
     * A member of a care team.
     *
     * @param kind PERSON or ORGANISATION
     * @param channel EMAIL, WEBHOOK, PARTNER_TOPIC or NONE
     * @param address of the channel
     * @param partner id of the partner whose topic it is
     * @param consented whether the patient lets them hear of escalations
     */
    public record Member(
            String reference,
            String role,
            String kind,
            String name,
            String channel,
            Optional<String> address,
            Optional<String> partner,
            boolean consented) {

        /** A clinician who works with Throughline itself and needs no notices. */
        public static Member clinician(String reference, String role, String name) {
            return new Member(reference, role, "PERSON", name, "NONE", Optional.empty(), Optional.empty(), false);
        }

        private Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>(
                    Map.of("reference", reference, "role", role, "kind", kind, "name", name, "channel", channel));
            address.ifPresent(value -> body.put("address", value));
            partner.ifPresent(value -> body.put("partner", value));
            return body;
        }
    }

    /**
     * An episode to open.
     *
     * @param problem what the patient was referred for
     * @param partnerPatients what each partner calls the patient, by partner
     */
    public record Wish(
            String patientName,
            String problem,
            String program,
            ZoneId zone,
            Optional<String> coordinator,
            List<Member> careTeam,
            Map<String, String> partnerPatients) {}

    /** An episode that was opened. */
    public record Opened(UUID episodeId, UUID patientId, String coordinator) {}

    /** Makes somebody known who can coordinate. */
    public void registerCoordinator(String reference, String name, String email) {
        rest.post(
                Person.intake(),
                SERVICE,
                "/coordinators",
                Map.of("reference", reference, "name", name, "email", email, "active", true));
    }

    /** Says where a patient is reached. */
    public void reachAt(Person caller, UUID patientId, String name, String email) {
        rest.put(caller, SERVICE, "/patients/" + patientId, Map.of("name", name, "email", email));
    }

    /** Refers a patient, and opens an episode for the referral. */
    public Opened open(Wish wish) {
        var referral = rest.post(
                Person.intake(),
                SERVICE,
                "/referrals",
                Map.of("patient", Map.of("name", wish.patientName()), "problem", wish.problem()));
        var body = new LinkedHashMap<String, Object>(Map.of(
                "referralId", referral.get("referralId").asString(),
                "program", wish.program(),
                "timeZone", wish.zone().getId(),
                "careTeam", wish.careTeam().stream().map(Member::body).toList(),
                "consents", consents(wish.careTeam()),
                "partnerPatients", partnerPatients(wish.partnerPatients())));
        wish.coordinator().ifPresent(coordinator -> body.put("coordinator", coordinator));
        var episode = rest.post(Person.intake(), SERVICE, "/episodes", body);
        return new Opened(
                UUID.fromString(episode.get("episodeId").asString()),
                UUID.fromString(episode.get("patientId").asString()),
                episode.get("coordinator").asString());
    }

    private static List<Map<String, Object>> consents(List<Member> careTeam) {
        return careTeam.stream()
                .filter(Member::consented)
                .map(member -> Map.<String, Object>of("member", member.reference(), "category", "ESCALATIONS"))
                .toList();
    }

    private static List<Map<String, Object>> partnerPatients(Map<String, String> patients) {
        return patients.entrySet().stream()
                .map(entry -> Map.<String, Object>of("partner", entry.getKey(), "patient", entry.getValue()))
                .toList();
    }
}
