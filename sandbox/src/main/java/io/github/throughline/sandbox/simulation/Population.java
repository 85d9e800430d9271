package io.github.throughline.sandbox.simulation;

import io.github.throughline.sandbox.simulation.SimulatedPatient.Consent;
import io.github.throughline.sandbox.simulation.SimulatedPatient.Provider;
import io.github.throughline.sandbox.simulation.SimulatedPatient.Route;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * All simulated patients of one run.
 *
 * @param weeks how long the simulation lasts
 */
public record Population(long seed, int weeks, List<SimulatedPatient> patients) {

    /** Nobody drops out before: the literature's 16 to 34 % leave later. */
    static final int FIRST_DROP_OUT_WEEK = 6;

    private static final double LEAST_DROP_OUT = 0.16;
    private static final double MOST_DROP_OUT = 0.34;
    private static final int START_DAYS = 6;

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"), ZoneId.of("Europe/Berlin"));
    private static final List<String> PROGRAMS =
            List.of("low-back-pain", "low-back-pain", "knee-osteoarthritis", "depression");

    public Population {
        patients = List.copyOf(patients);
    }

    /** The population of a seed: every trajectory equally often. */
    public static Population of(long seed, int patients, int weeks) {
        var dropOuts = dropOuts(seed, patients, weeks);
        var all = IntStream.rangeClosed(1, patients)
                .mapToObj(number -> patient(seed, number, weeks, dropOuts.contains(number)))
                .toList();
        return new Population(seed, weeks, all);
    }

    private static SimulatedPatient patient(long seed, int number, int weeks, boolean dropsOut) {
        var chance = Chance.of(seed, "patient", number);
        var trajectories = Trajectory.values();
        var trajectory = trajectories[(number - 1) % trajectories.length];
        var program = PROGRAMS.get(((number - 1) / trajectories.length) % PROGRAMS.size());
        return new SimulatedPatient(
                number,
                Names.of(chance),
                trajectory,
                program,
                ZONES.get(chance.nextInt(ZONES.size())),
                6 + 2.5 * chance.nextDouble(),
                chance.nextInt(START_DAYS),
                dropsOut ? lastWeek(chance, weeks) : Integer.MAX_VALUE,
                chance.nextInt(4) == 0 ? Route.PARTNER_TOPIC : Route.APP,
                provider(chance),
                consent(chance));
    }

    private static int lastWeek(RandomGenerator chance, int weeks) {
        return FIRST_DROP_OUT_WEEK + chance.nextInt(Math.max(1, weeks - FIRST_DROP_OUT_WEEK - 3));
    }

    private static Provider provider(RandomGenerator chance) {
        return switch (chance.nextInt(10)) {
            case 0, 1, 2 -> Provider.WEBHOOK;
            case 3, 4 -> Provider.PARTNER_TOPIC;
            default -> Provider.NONE;
        };
    }

    /** A third of the patients do not let anybody outside be told, or not for long. */
    private static Consent consent(RandomGenerator chance) {
        return switch (chance.nextInt(6)) {
            case 0 -> Consent.NEVER_GIVEN;
            case 1 -> Consent.WITHDRAWN;
            default -> Consent.GIVEN;
        };
    }

    /** Numbers of those who drop out: a share of 16 to 34 %, drawn without looking at anything else. */
    private static Set<Integer> dropOuts(long seed, int patients, int weeks) {
        if (weeks <= FIRST_DROP_OUT_WEEK + 3) {
            return Set.of();
        }
        var chance = Chance.of(seed, "drop-outs");
        int least = (int) Math.ceil(LEAST_DROP_OUT * patients);
        int most = (int) Math.floor(MOST_DROP_OUT * patients);
        int count = most < least ? 0 : least + chance.nextInt(most - least + 1);
        var numbers = new ArrayList<>(IntStream.rangeClosed(1, patients).boxed().toList());
        Collections.shuffle(numbers, Random.from(chance));
        return new HashSet<>(numbers.subList(0, count));
    }
}
