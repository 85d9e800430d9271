package io.github.throughline.notification;

import io.github.throughline.notification.notice.Audience;
import io.github.throughline.notification.notice.Notices;
import io.github.throughline.notification.sharedlink.SharedLinks;
import io.github.throughline.testkit.backing.BackingServicesInitializer;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service with sample patients, to look at its pages: whoever opens them is signed in as the coordinator. */
public final class TestNotificationService {

    private static final String COORDINATOR = "maria-santos";

    private TestNotificationService() {}

    public static void main(String[] arguments) {
        var surroundings = Surroundings.shared();
        surroundings.identity().letsIn(COORDINATOR, "coordinator");
        var service = start(arguments);
        new SampleWard(COORDINATOR).fill();
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        System.out.println("http://localhost:" + port + "/console");
        System.out.println("http://localhost:" + port + sharedLink(service));
    }

    /** Path of the link that one outside provider is sent. */
    private static String sharedLink(ConfigurableApplicationContext service) {
        var notice = Awaitility.await()
                .until(
                        () -> service.getBean(Notices.class).page(null, 100).stream()
                                .filter(any -> any.audience() == Audience.PROVIDER)
                                .filter(any -> any.recipient().startsWith("clinic-north"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return service.getBean(SharedLinks.class).to(notice.id()).url().getPath();
    }

    private static ConfigurableApplicationContext start(String[] arguments) {
        var application = new SpringApplication(NotificationServiceApplication.class);
        application.addInitializers(
                new BackingServicesInitializer(),
                new Surroundings.Initializer(Surroundings.shared(), SampleWard.now(), Map.of()));
        return application.run(arguments);
    }
}
