package io.github.throughline.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes patients in: referrals, episodes, care teams, consents. The one place that knows who a patient is. */
@SpringBootApplication
public class IntakeServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IntakeServiceApplication.class, arguments);
    }
}
