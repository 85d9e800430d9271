package io.github.throughline.sandbox.stack;

import io.github.throughline.schemas.Topic;
import io.github.throughline.schemas.Topics;
import java.util.List;

/** The partner systems of the sandbox; their topics are there before the services start. */
public final class SandboxPartners {

    /** Sends readings. */
    public static final String LAB = "measure-lab";

    /** Is told of escalations. */
    public static final String NETWORK = "provider-network";

    private SandboxPartners() {}

    static List<Topic> topics() {
        return List.of(LAB, NETWORK).stream()
                .flatMap(partner -> Topics.partner(partner).stream())
                .toList();
    }
}
