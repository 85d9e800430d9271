package io.github.throughline.plan.program;

import static io.github.throughline.platform.security.Allow.To.NO_PATIENT_DATA;

import io.github.throughline.platform.security.Allow;
import java.util.Collection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the programs. */
@RestController
class ProgramController {

    private final Programs programs;

    ProgramController(Programs programs) {
        this.programs = programs;
    }

    @GetMapping("/programs")
    @Allow(
            value = {},
            to = NO_PATIENT_DATA)
    public Collection<Program> all() {
        return programs.programs();
    }
}
