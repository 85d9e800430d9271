package io.github.throughline.sandbox.simulation;

import io.github.throughline.sandbox.watch.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Check-ins that opened for simulated patients, and when each of them has a mind to answer. */
final class Invitations {

    private final long seed;
    private final Map<UUID, Enrolled> enrolled;
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    /** @param enrolled by patient id; grows while patients come into care */
    Invitations(long seed, Map<UUID, Enrolled> enrolled) {
        this.seed = seed;
        this.enrolled = enrolled;
    }

    /** The moment of the answer, once for each check-in: the topic may hold the same event twice. Empty: none. */
    Optional<Instant> take(Fact.Checkin opened) {
        return taken.add(opened.checkinId()) ? answerAt(opened) : Optional.empty();
    }

    /** Those of all check-ins that were to be answered by then. */
    Set<UUID> toBeAnswered(Collection<Fact.Checkin> checkins, Instant by) {
        return checkins.stream()
                .filter(checkin -> checkin.what().equals("OPENED"))
                .filter(checkin ->
                        answerAt(checkin).filter(at -> !at.isAfter(by)).isPresent())
                .map(Fact.Checkin::checkinId)
                .collect(Collectors.toSet());
    }

    private Optional<Instant> answerAt(Fact.Checkin checkin) {
        var window = new Window(checkin.week(), checkin.opensAt(), checkin.endsAt(), checkin.graceEndsAt());
        return Optional.ofNullable(enrolled.get(checkin.patientId()))
                .flatMap(known -> Attendance.answerAt(seed, known.patient(), window));
    }
}
