package io.github.throughline.sandbox.identity;

import java.nio.file.Path;
import java.util.List;

/**
 * What the provider is started with.
 *
 * @param port where it listens on loopback
 * @param keyFile keeps its signing key, so that tokens outlive a restart
 * @param secret what must be shown to have a token minted for anybody
 * @param launch what it answers as its health, so that it is not taken for another sandbox's
 * @param console the console's client
 * @param services clients of services that call other services
 * @param users people who can sign in
 */
public record IdentitySettings(
        int port,
        Path keyFile,
        String secret,
        String launch,
        Console console,
        List<Client> services,
        List<User> users) {

    public IdentitySettings {
        services = List.copyOf(services);
        users = List.copyOf(users);
    }

    /** The issuer's address. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * The console signs people in with a code and PKCE.
     *
     * @param id of the client
     * @param secret of the client
     * @param redirects where people may be sent back to, with the code and after signing out
     */
    public record Console(String id, String secret, List<String> redirects) {

        public Console {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * A service.
     *
     * @param id of the client; the subject of its tokens
     * @param secret of the client
     */
    public record Client(String id, String secret) {}

    /**
     * Somebody who can sign in.
     *
     * @param name what they type, and the subject of their tokens
     * @param password what they type too
     * @param roles lower case, as in tokens
     */
    public record User(String name, String password, List<String> roles) {

        public User {
            roles = List.copyOf(roles);
        }
    }
}
