package io.github.throughline.notification;

import io.github.throughline.testkit.backing.BackingServicesInitializer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that one test has for itself, beside the one that the others share. */
final class OwnService implements AutoCloseable {

    /** What makes another one a restart of this: its database and its place on the topics. */
    private static final List<String> KEPT = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.consumer.group-id");

    private final ConfigurableApplicationContext context;

    private OwnService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static OwnService start(Surroundings surroundings, Instant careTime, Map<String, Object> settings) {
        var application = new SpringApplication(NotificationServiceApplication.class);
        application.addInitializers(
                new BackingServicesInitializer(), new Surroundings.Initializer(surroundings, careTime, settings));
        return new OwnService(application.run());
    }

    ServiceClient client() {
        return new ServiceClient(port(), number("local.management.port"));
    }

    int port() {
        return number("local.server.port");
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Settings with which another one goes on where this one ends. */
    Map<String, Object> place() {
        var place = new HashMap<String, Object>();
        KEPT.forEach(name -> place.put(name, context.getEnvironment().getRequiredProperty(name)));
        return place;
    }

    private int number(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
