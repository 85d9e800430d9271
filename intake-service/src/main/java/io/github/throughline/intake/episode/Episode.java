package io.github.throughline.intake.episode;

import io.github.throughline.intake.patient.PatientId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One course of care for one problem. Every change gives it the next version.
 *
 * @param coordinator reference; kept after closure, for continuity
 * @param careTeam everybody but the coordinator
 * @param changedAt event time of the latest change, care time
 */
public record Episode(
        EpisodeId id,
        PatientId patientId,
        String program,
        ZoneId timeZone,
        String coordinator,
        Status status,
        List<Member> careTeam,
        List<Consent> consents,
        int version,
        Instant changedAt) {

    /** Where an episode stands. */
    public enum Status {
        OPEN,
        CLOSED
    }

    /** Why an episode was closed. */
    public enum ClosedFor {
        COMPLETED,
        WITHDRAWN,
        TRANSFERRED,
        DIED,
        OTHER
    }

    public Episode {
        careTeam = List.copyOf(careTeam);
        consents = List.copyOf(consents);
    }

    /** A new episode. */
    public static Episode open(
            PatientId patient, String program, ZoneId timeZone, String coordinator, CareCircle circle, Instant at) {
        circle.check();
        return new Episode(
                EpisodeId.random(),
                patient,
                program,
                timeZone,
                coordinator,
                Status.OPEN,
                circle.careTeam(),
                circle.consents(),
                1,
                at);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** The episode with another care team; the consents of who left end with it. */
    public Episode withCareTeam(List<Member> newCareTeam, Instant at) {
        Set<String> references = newCareTeam.stream().map(Member::reference).collect(Collectors.toSet());
        var kept = consents.stream()
                .filter(consent -> references.contains(consent.member()))
                .toList();
        return requireOpen().next(new CareCircle(newCareTeam, kept), coordinator, timeZone, status, at);
    }

    /** The episode with other consents; a closed one only loses what it had: consents do not end with their episode. */
    public Episode withConsents(List<Consent> newConsents, Instant at) {
        if (!newConsents.stream().allMatch(this::hadAlready)) {
            requireOpen();
        }
        return next(new CareCircle(careTeam, newConsents), coordinator, timeZone, status, at);
    }

    private boolean hadAlready(Consent consent) {
        return consents.stream().anyMatch(consent::isWithin);
    }

    public Episode withCoordinator(String newCoordinator, Instant at) {
        return requireOpen().next(circle(), newCoordinator, timeZone, status, at);
    }

    /** The episode of a patient who moved, or whose time zone was not the one that was told. */
    public Episode withTimeZone(ZoneId newTimeZone, Instant at) {
        return requireOpen().next(circle(), coordinator, newTimeZone, status, at);
    }

    /** The next version without any change of its own: something that is published with it changed. */
    public Episode touched(Instant at) {
        return requireOpen().next(circle(), coordinator, timeZone, status, at);
    }

    /** The episode as it ended; not before its latest change, else those who read it by time would see it change after. */
    public Episode closed(Instant at) {
        if (requireOpen().changedAt.isAfter(at)) {
            throw new EpisodeRefused.ClosedTooEarly();
        }
        return next(circle(), coordinator, timeZone, Status.CLOSED, at);
    }

    private Episode requireOpen() {
        if (!isOpen()) {
            throw new EpisodeRefused.Closed(id);
        }
        return this;
    }

    private CareCircle circle() {
        return new CareCircle(careTeam, consents);
    }

    private Episode next(
            CareCircle newCircle, String newCoordinator, ZoneId newTimeZone, Status newStatus, Instant at) {
        newCircle.check();
        return new Episode(
                id,
                patientId,
                program,
                newTimeZone,
                newCoordinator,
                newStatus,
                newCircle.careTeam(),
                newCircle.consents(),
                version + 1,
                at);
    }

    public Optional<Member> member(String reference) {
        return careTeam.stream().filter(m -> m.reference().equals(reference)).findFirst();
    }

    /** The consent that permits it at the instant; of several the one that holds longest. What is not here is denied. */
    public Optional<Consent> consent(String member, Consent.Category category, Instant at) {
        return consents.stream()
                .filter(consent -> consent.covers(member, category, at))
                .max((a, b) -> a.until() == null
                        ? 1
                        : b.until() == null ? -1 : a.until().compareTo(b.until()));
    }

    /** Whether any consent for the member holds at the instant. */
    public boolean permitsAnything(String member, Instant at) {
        return consents.stream().anyMatch(consent -> consent.covers(member, consent.category(), at));
    }

    /**
     * Who cares and who may receive what: the two must fit together.
     *
     * @param careTeam everybody but the coordinator
     */
    public record CareCircle(List<Member> careTeam, List<Consent> consents) {

        void check() {
            var references = new HashSet<String>();
            for (int i = 0; i < careTeam.size(); i++) {
                check(careTeam.get(i), "careTeam[" + i + "]", references);
            }
            for (int i = 0; i < consents.size(); i++) {
                check(consents.get(i), "consents[" + i + "]", references);
            }
        }

        private static void check(Member member, String field, Set<String> references) {
            if (member.role() == Member.Role.COORDINATOR) {
                throw new EpisodeRefused.CoordinatorInCareTeam(field + ".role");
            }
            if (!references.add(member.reference())) {
                throw new EpisodeRefused.MemberTwice(field + ".reference");
            }
            if (!member.isReachable()) {
                throw new EpisodeRefused.ChannelIncomplete(field + ".address", member.channel());
            }
        }

        private static void check(Consent consent, String field, Set<String> references) {
            if (!references.contains(consent.member())) {
                throw new EpisodeRefused.MemberUnknown(field + ".member");
            }
            if (consent.endsBeforeItBegins()) {
                throw new EpisodeRefused.ConsentEmpty(field + ".until");
            }
        }
    }
}
