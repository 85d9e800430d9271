package io.github.throughline.testkit.backing;

import static java.util.stream.Collectors.toMap;

import io.github.throughline.backing.BackingService;
import io.github.throughline.backing.BackingServices;
import io.github.throughline.backing.Durability;
import io.github.throughline.backing.ProcessIdentity;
import java.nio.file.Path;
import java.util.Map;

/**
 * The servers as processes, which every machine can run.
 *
 * @param services started
 */
record ProcessServers(BackingServices services) implements HeldServers {

    static ProcessServers start(Path directory) {
        return new ProcessServers(
                BackingServices.in(directory, Durability.PASSING).start());
    }

    @Override
    public TestBacking backing() {
        return new TestBacking(
                services.bootstrapServers(),
                services.postgres().databases(),
                services.registryUrl(),
                services.registry().confluentUrl());
    }

    @Override
    public Map<String, ProcessIdentity> processes() {
        return services.all().stream()
                .collect(
                        toMap(BackingService::name, service -> service.process().identity()));
    }

    @Override
    public void close() {
        services.close();
    }
}
