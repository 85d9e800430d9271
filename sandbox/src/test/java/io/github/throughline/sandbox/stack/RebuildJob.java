package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an operator runs where a release can not read the detector's state, while the detector does not run. */
public final class RebuildJob {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private RebuildJob() {}

    /** Fails with the end of its log. */
    public static void run(RunningStack running) {
        var endpoints = running.endpoints();
        var settings = Map.<String, Object>of(
                "spring.profiles.active", "rebuild",
                "spring.kafka.bootstrap-servers", endpoints.bootstrapServers(),
                "spring.kafka.streams.state-dir",
                        running.folder().state("rebuild").toString(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", running.issuer(),
                "throughline.registry-url", endpoints.registryUrl(),
                "throughline.registry-auto-register", true,
                "throughline.instance-id", "rebuild",
                "throughline.plan-keys",
                        endpoints.of("plan-service", ".well-known/jwks.json").toString());
        var log = running.folder().log("rebuild");
        var command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx256m"));
        command.addAll(Components.SMALL);
        command.addAll(ServiceJar.of("stall-detector").options(false, log));
        var environment = Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        ChildProcess.run(new ChildProcess.Launch("rebuild", command, environment, log), PATIENCE);
    }
}
