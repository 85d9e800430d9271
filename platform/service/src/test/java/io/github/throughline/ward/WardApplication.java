package io.github.throughline.ward;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class WardApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WardApplication.class, arguments);
    }
}
