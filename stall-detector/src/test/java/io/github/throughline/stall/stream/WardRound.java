package io.github.throughline.stall.stream;

import io.github.throughline.schemas.checkin.CheckinFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** Twelve weeks of many patients who stall in different ways, or do not, and what physicians decide about them. */
final class WardRound {

    private static final int WEEKS = 12;

    private final List<Told> told = new ArrayList<>();

    /** What a service writes of a patient. */
    record Told(Ward ward, Instant at, SpecificRecord event) {}

    WardRound(int patients, long seed) {
        var random = new Random(seed);
        IntStream.range(0, patients).forEach(patient -> write(new Ward(), random));
        decide(random);
    }

    private void write(Ward ward, Random random) {
        add(ward, Ward.START, ward.signed());
        double level = 4 + random.nextInt(5);
        double drift = random.nextInt(5) * 0.3 - 0.7;
        for (int week = 0; week < WEEKS; week++) {
            if (random.nextInt(8) == 0) {
                add(ward, Ward.week(week).plus(Duration.ofDays(4)), ward.checkin(week, CheckinFact.MISSED));
                continue;
            }
            double value = Math.clamp(Math.round(level + drift * week + random.nextGaussian()), 0, 10);
            add(ward, Ward.week(week), ward.reading(week, value));
            if (random.nextInt(10) == 0) {
                add(ward, Ward.week(week), ward.answer9(Ward.week(week), 1 + random.nextInt(3)));
            }
        }
    }

    /** Of every third escalation that is open in the end, six days after it was raised. */
    private void decide(Random random) {
        var byEpisode = new HashMap<Ward, List<SpecificRecord>>();
        told.forEach(one ->
                byEpisode.computeIfAbsent(one.ward(), ward -> new ArrayList<>()).add(one.event()));
        byEpisode.forEach((ward, events) -> Refold.of(events).stream()
                .filter(standing -> standing.isOpen() && random.nextInt(3) == 0)
                .forEach(standing -> {
                    Instant at = standing.raisedAt().plus(Duration.ofDays(6));
                    add(ward, at, ward.decision(standing.escalationId(), at));
                }));
    }

    private void add(Ward ward, Instant at, SpecificRecord event) {
        told.add(new Told(ward, at, event));
    }

    /** All of it, each up to so much later than it should come. */
    List<Told> shuffledWithin(Duration lateness, long seed) {
        var random = new Random(seed);
        var arrival = new HashMap<Told, Instant>();
        told.forEach(one -> arrival.put(one, one.at().plusMillis((long) (random.nextDouble() * lateness.toMillis()))));
        return told.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }

    /** Keys of its patients. */
    Set<String> patients() {
        return told.stream().map(one -> one.ward().key()).collect(Collectors.toSet());
    }

    List<SpecificRecord> events() {
        return told.stream().map(Told::event).toList();
    }
}
