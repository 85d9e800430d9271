package io.github.throughline.sandbox.stack;

import io.github.throughline.sandbox.identity.IdentitySettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each service is told in the sandbox, beyond its own defaults. The one place for it: a new setting of a service
 * goes into that service's method.
 */
final class ServiceSettings {

    /** The services that keep their state in PostgreSQL; the detector keeps its own in Kafka. */
    private static final Map<String, String> DATABASES = Map.of(
            "intake-service", "intake",
            "plan-service", "plan",
            "checkin-service", "checkin",
            "notification-service", "notification");

    /** Name of the secret that lets one have tokens minted. */
    static final String SANDBOX_SECRET = "sandbox";

    private static final String CONSOLE_CLIENT = "throughline-console";
    private static final String PARTNER_KEY = "partners' patient ids";
    private static final String CHECKIN_LINKS = "check-in links";

    private final Addresses addresses;
    private final SandboxFolder folder;
    private final KeptSecrets secrets;
    private final PlanKeys planKeys;
    private volatile @Nullable Instant standingCareTime;

    ServiceSettings(Addresses addresses, SandboxFolder folder, KeptSecrets secrets) {
        this.addresses = addresses;
        this.folder = folder;
        this.secrets = secrets;
        this.planKeys = PlanKeys.in(folder.planKeys());
    }

    /**
     * Care time stands here, for services that start from now on; else they would begin at the machine's time.
     *
     * @param careTime null: it runs
     */
    void standAt(@Nullable Instant careTime) {
        standingCareTime = careTime;
    }

    /** The settings of one service, as Spring Boot's properties. */
    Map<String, Object> of(String service) {
        var settings = common(service);
        database(service).ifPresent(name -> settings.putAll(datasource(service, name)));
        settings.putAll(
                switch (service) {
                    case "intake-service" -> intake();
                    case "plan-service" -> plan();
                    case "checkin-service" -> checkin();
                    case "stall-detector" -> detector();
                    case "notification-service" -> notification();
                    default -> throw new IllegalArgumentException("no service " + service);
                });
        return settings;
    }

    private Map<String, Object> common(String service) {
        var ports = addresses.portsOf(service);
        var backing = addresses.backing();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", ports.api());
        settings.put("management.server.address", "127.0.0.1");
        settings.put("management.server.port", ports.management());
        settings.put("spring.kafka.bootstrap-servers", backing.bootstrapServers());
        settings.put("throughline.registry-url", backing.registryUrl());
        settings.put("throughline.registry-auto-register", true);
        settings.putAll(careTime());
        settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", addresses.issuer());
        return settings;
    }

    private Map<String, Object> careTime() {
        var standing = standingCareTime;
        return standing == null
                ? Map.of("throughline.care-time.driven", true)
                : Map.of(
                        "throughline.care-time.driven",
                        true,
                        "throughline.care-time.start",
                        standing.toString(),
                        "throughline.care-time.running",
                        false);
    }

    private Map<String, Object> datasource(String service, String database) {
        return Map.of(
                "spring.datasource.url", addresses.backing().jdbcUrl(database),
                "spring.datasource.username", database,
                "spring.datasource.password", databasePassword(service));
    }

    private Map<String, Object> intake() {
        return Map.of("throughline.partner-hmac-key", secrets.key(PARTNER_KEY));
    }

    private Map<String, Object> plan() {
        return Map.of("throughline.plan-signing-key", planKeys.signingKey());
    }

    private Map<String, Object> checkin() {
        return Map.of(
                "throughline.partner-hmac-key", secrets.key(PARTNER_KEY),
                "throughline.plan-keys", planKeys.publicKeys(),
                "throughline.checkin-links.public-url", addresses.url("checkin-service"),
                "throughline.checkin-link-key", secrets.key(CHECKIN_LINKS));
    }

    private Map<String, Object> detector() {
        return Map.of(
                "throughline.plan-keys",
                planKeys.publicKeys(),
                "throughline.instance-id",
                "sandbox",
                "spring.kafka.streams.state-dir",
                folder.state("stall-detector").toString());
    }

    private Map<String, Object> notification() {
        var settings = new LinkedHashMap<String, Object>(Map.of(
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", addresses.smtp(),
                "throughline.plan-keys", planKeys.publicKeys(),
                "throughline.intake-url", addresses.url("intake-service"),
                "throughline.public-url", addresses.url("notification-service"),
                "throughline.link-key", secrets.key("shared links"),
                "throughline.console-client-id", CONSOLE_CLIENT,
                "throughline.console-client-secret", secrets.secret(CONSOLE_CLIENT),
                "throughline.service-client-secret", clientSecret("notification-service")));
        settings.put("throughline.checkin-links.public-url", addresses.url("checkin-service"));
        settings.put("throughline.checkin-link-key", secrets.key(CHECKIN_LINKS));
        // The webhook sink and the browser are on this machine and speak plain HTTP.
        settings.put("throughline.webhook.require-https", false);
        settings.put("server.servlet.session.cookie.secure", false);
        return settings;
    }

    private String clientSecret(String service) {
        return secrets.secret("client " + service);
    }

    /** The database of a service, whose role has the same name. */
    static Optional<String> database(String service) {
        return Optional.ofNullable(DATABASES.get(service));
    }

    String databasePassword(String service) {
        return secrets.secret("database of " + service);
    }

    /**
     * What the identity provider is started with.
     *
     * @param launch what it answers as its health
     */
    IdentitySettings identity(String launch) {
        var console = addresses.url("notification-service");
        return new IdentitySettings(
                addresses.identity(),
                folder.identity().resolve("signing-key.json"),
                sandboxSecret(),
                launch,
                new IdentitySettings.Console(
                        CONSOLE_CLIENT,
                        secrets.secret(CONSOLE_CLIENT),
                        List.of(console + "/login/oauth2/code/console", console, console + "/")),
                DATABASES.keySet().stream()
                        .sorted()
                        .map(service -> new IdentitySettings.Client(service, clientSecret(service)))
                        .toList(),
                SandboxUsers.all());
    }

    /** What must be shown to have tokens minted. */
    String sandboxSecret() {
        return secrets.secret(SANDBOX_SECRET);
    }
}
