package io.github.throughline.stall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the stall detector. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StallDetectorApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StallDetectorApplication.class, arguments);
    }
}
