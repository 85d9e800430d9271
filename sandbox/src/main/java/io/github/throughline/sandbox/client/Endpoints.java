package io.github.throughline.sandbox.client;

import java.net.URI;
import java.util.Map;

/**
 * Where the running system is.
 *
 * @param services base endpoints by service name
 * @param management base endpoints of the management ports by service name
 * @param bootstrapServers of Kafka
 * @param registryUrl base of the registry's own API
 */
public record Endpoints(
        Map<String, URI> services, Map<String, URI> management, String bootstrapServers, String registryUrl) {

    public Endpoints {
        services = Map.copyOf(services);
        management = Map.copyOf(management);
    }

    /** The address of a path of a service. */
    public URI of(String service, String path) {
        return known(services, service).resolve(path);
    }

    /** The address of a path on a service's management port. */
    public URI managementOf(String service, String path) {
        return known(management, service).resolve(path);
    }

    private static URI known(Map<String, URI> endpoints, String service) {
        var address = endpoints.get(service);
        if (address == null) {
            throw new IllegalArgumentException("no address of " + service);
        }
        return address;
    }
}
