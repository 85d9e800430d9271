package io.github.throughline.stall.accuracy;

import java.util.Map;

/**
 * Whom a detector told of.
 *
 * @param byPatient week of the first alarm, of each patient with one
 */
record Alarms(String detector, Map<String, Integer> byPatient) {

    Alarms {
        byPatient = Map.copyOf(byPatient);
    }
}
