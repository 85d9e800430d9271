package io.github.throughline.checkin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts checkin-service. */
@SpringBootApplication
public class CheckinServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CheckinServiceApplication.class, arguments);
    }
}
