package io.github.throughline.platform.episode;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An episode as intake-service last told it.
 *
 * @param coordinator reference of the coordinator; null: none
 * @param version change number; the highest is the truth
 */
public record Episode(
        UUID id,
        UUID patientId,
        Status status,
        String program,
        ZoneId timeZone,
        @Nullable String coordinator,
        List<Member> careTeam,
        List<Consent> consents,
        List<PartnerPatient> partnerPatients,
        int version,
        Instant changedAt) {

    /** The role of a coordinator in the care team. */
    public static final String COORDINATOR_ROLE = "coordinator";

    /** Where an episode stands. */
    public enum Status {
        OPEN,
        CLOSED
    }

    /**
     * Somebody of the care team.
     *
     * @param reference subject of the member's access tokens
     * @param role in lower case, e.g. specialist
     * @param organisation whether it is an organisation
     * @param partner id of the partner system; null: none
     */
    public record Member(
            String reference,
            String role,
            boolean organisation,
            @Nullable String partner) {}

    /**
     * A permission.
     *
     * @param category escalations, plan or outcomes
     * @param until first instant at which it no longer holds; null: until withdrawn
     */
    public record Consent(
            String member,
            String category,
            Instant from,
            @Nullable Instant until) {

        boolean covers(String reference, String what, Instant at) {
            return member.equals(reference)
                    && category.equals(what)
                    && !at.isBefore(from)
                    && (until == null || at.isBefore(until));
        }
    }

    /** @param hmac HMAC of the partner's own patient id */
    public record PartnerPatient(String partner, String hmac) {}

    public Episode {
        careTeam = List.copyOf(careTeam);
        consents = List.copyOf(consents);
        partnerPatients = List.copyOf(partnerPatients);
    }

    @JsonIgnore
    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Of a closed episode, which has no coordinator any more, whoever was it: they have not left the care team. */
    public List<String> coordinators() {
        return coordinator != null
                ? List.of(coordinator)
                : careTeam.stream()
                        .filter(member -> member.role().equals(COORDINATOR_ROLE))
                        .map(Member::reference)
                        .toList();
    }

    public Optional<Member> member(String reference) {
        return careTeam.stream().filter(m -> m.reference().equals(reference)).findFirst();
    }

    /** Whether the member may receive the category at the instant; what is not permitted is denied. */
    public boolean permits(String member, String category, Instant at) {
        return consents.stream().anyMatch(c -> c.covers(member, category, at));
    }
}
