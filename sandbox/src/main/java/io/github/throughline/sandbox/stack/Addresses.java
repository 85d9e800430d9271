package io.github.throughline.sandbox.stack;

import io.github.throughline.backing.BackingServices;
import io.github.throughline.backing.KeptPorts;
import io.github.throughline.sandbox.client.Endpoints;
import io.github.throughline.schemas.Topics;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where everything listens, all on loopback; known before anything runs, since the parts name each other.
 *
 * @param backing broker, database and registry
 * @param identity port of the identity provider
 * @param smtp port of the mail sink
 * @param sink port of the sinks' pages, hooks and JSON
 * @param services by name of the service
 */
record Addresses(BackingServices backing, int identity, int smtp, int sink, Map<String, ServicePorts> services) {

    private static final int FIRST_SERVICE = 8081;
    private static final int MANAGEMENT = 1000;

    /**
     * Two ports of a service.
     *
     * @param api what clients and browsers use
     * @param management health, metrics, and care time in the sandbox
     */
    record ServicePorts(int api, int management) {}

    /**
     * Ports that are ours: the same ones as last time, wherever they are free.
     *
     * @param usual whether people look for it where it usually is
     */
    static Addresses allot(BackingServices backing, KeptPorts ports, boolean usual) {
        var services = new LinkedHashMap<String, ServicePorts>();
        var preferred = FIRST_SERVICE;
        for (var service : Topics.SERVICES) {
            services.put(
                    service,
                    new ServicePorts(
                            port(ports, service, preferred, usual),
                            port(ports, service + "-management", preferred + MANAGEMENT, usual)));
            preferred++;
        }
        return new Addresses(
                backing,
                port(ports, "identity", 8089, usual),
                port(ports, "smtp", 8025, usual),
                port(ports, "sink", 8026, usual),
                services);
    }

    private static int port(KeptPorts ports, String name, int preferred, boolean usual) {
        return usual ? ports.port(name, preferred) : ports.port(name);
    }

    /** Base of a service's API, or of the console. */
    String url(String service) {
        return "http://127.0.0.1:" + portsOf(service).api();
    }

    /** Base of a service's management addresses. */
    String managementUrl(String service) {
        return "http://127.0.0.1:" + portsOf(service).management() + "/actuator";
    }

    /** The identity provider. */
    String issuer() {
        return "http://127.0.0.1:" + identity;
    }

    /** The sinks' pages, hooks and JSON. */
    String sinkUrl() {
        return "http://127.0.0.1:" + sink;
    }

    /** What clients of the services need to know. */
    Endpoints forClients() {
        return new Endpoints(
                byService(this::url),
                byService(this::managementUrl),
                backing.bootstrapServers(),
                backing.registryUrl());
    }

    private Map<String, URI> byService(Function<String, String> address) {
        return services.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), service -> URI.create(address.apply(service) + "/")));
    }

    ServicePorts portsOf(String service) {
        var ports = services.get(service);
        if (ports == null) {
            throw new IllegalArgumentException("no service " + service + " among " + services.keySet());
        }
        return ports;
    }
}
