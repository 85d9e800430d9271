package io.github.throughline.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Topics that did not answer, each left alone for a while, so that one missing topic does not hold up the others. One thread's. */
final class ParkedTopics {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** In every list, so that SQL's {@code not in} never meets an empty one; no topic has this name. */
    private static final String NONE = "";

    private record Parked(int failures, long untilNanos) {}

    private final Map<String, Parked> topics = new HashMap<>();

    /** The topics to leave alone now. */
    List<String> now() {
        long now = System.nanoTime();
        var parked = new ArrayList<String>();
        parked.add(NONE);
        topics.forEach((topic, since) -> {
            if (since.untilNanos() - now > 0) {
                parked.add(topic);
            }
        });
        return parked;
    }

    void failed(String topic) {
        int failures = topics.getOrDefault(topic, new Parked(0, 0)).failures() + 1;
        long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(failures - 1, 5));
        topics.put(
                topic,
                new Parked(
                        failures,
                        System.nanoTime() + Duration.ofSeconds(seconds).toNanos()));
    }

    void succeeded(String topic) {
        topics.remove(topic);
    }
}
