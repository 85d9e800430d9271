package io.github.throughline.stall.stream;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.util.List;
import java.util.Optional;

/** Where what is found is published. */
public enum Publishing {

    /** To everybody. */
    IN_FORCE(
            new Sink("publish-escalations", Topics.ESCALATION, Topics.ESCALATION),
            new Sink("publish-verdicts", Topics.VERDICT, Topics.VERDICT)),

    /** To be compared with what is in force; nobody acts on it. */
    SHADOW(new Sink("publish-escalations", Topics.ESCALATION, Topics.SHADOW_ESCALATION));

    private final List<Sink> sinks;

    Publishing(Sink... sinks) {
        this.sinks = List.of(sinks);
    }

    /**
     * A node of the topology.
     *
     * @param of where it is published when it is in force
     * @param topic where it is published
     */
    record Sink(String node, Topic of, Topic topic) {}

    List<Sink> sinks() {
        return sinks;
    }

    /** Empty: it is not published. */
    Optional<Sink> sink(Topic of) {
        return sinks.stream().filter(sink -> sink.of().equals(of)).findFirst();
    }
}
