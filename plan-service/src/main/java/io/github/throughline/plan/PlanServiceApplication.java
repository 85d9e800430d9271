package io.github.throughline.plan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Holds the plans that physicians sign. */
@SpringBootApplication
public class PlanServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PlanServiceApplication.class, arguments);
    }
}
