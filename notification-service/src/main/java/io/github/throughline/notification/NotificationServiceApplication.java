package io.github.throughline.notification;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service that tells coordinators and outside providers, and takes decisions. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NotificationServiceApplication.class, arguments);
    }

    /** Machine time, for backoff, leases, tokens and latency; care time is the CareClock's. */
    @Bean
    InstantSource machineClock() {
        return InstantSource.system();
    }
}
