package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.ChildProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How a detector is launched beside the one of a running sandbox, on the same servers. */
final class DetectorLaunch {

    private DetectorLaunch() {}

    /**
     * One with a name, a log and a folder of its own.
     *
     * @param own settings besides those of the servers
     */
    static ChildProcess.Launch of(RunningStack running, String name, String state, Map<String, Object> own) {
        var endpoints = running.endpoints();
        var settings = new HashMap<>(own);
        settings.putAll(Map.of(
                "spring.kafka.bootstrap-servers", endpoints.bootstrapServers(),
                "spring.kafka.streams.state-dir", running.folder().state(state).toString(),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", running.issuer(),
                "throughline.registry-url", endpoints.registryUrl(),
                "throughline.registry-auto-register", true,
                "throughline.instance-id", "sandbox",
                "throughline.plan-keys",
                        endpoints.of("plan-service", ".well-known/jwks.json").toString()));
        var log = running.folder().log(name);
        var command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx256m"));
        command.addAll(Components.SMALL);
        command.addAll(ServiceJar.of("stall-detector").options(false, log));
        var environment = Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(settings));
        return new ChildProcess.Launch(name, command, environment, log);
    }
}
