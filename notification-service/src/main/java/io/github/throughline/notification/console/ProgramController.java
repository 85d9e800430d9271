package io.github.throughline.notification.console;

import static io.github.throughline.platform.security.Allow.To.NO_PATIENT_DATA;
import static io.github.throughline.platform.security.Role.CLINICAL_LEAD;

import io.github.throughline.notification.program.JdbcProgramFigures;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.time.CareClock;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a program goes, for clinical leads. */
@Controller
class ProgramController {

    private static final int LONGEST_DAYS = 366;

    private final JdbcProgramFigures figures;
    private final CareClock clock;

    ProgramController(JdbcProgramFigures figures, CareClock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** @param program id; empty: all */
    @GetMapping("/console/program")
    @Allow(value = CLINICAL_LEAD, to = NO_PATIENT_DATA)
    public String program(
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "90") int days,
            Caller viewer,
            Model model) {
        int looked = Math.clamp(days, 1, LONGEST_DAYS);
        var found = figures.of(program.isEmpty() ? null : program, Duration.ofDays(looked), clock.now());
        model.addAttribute("viewer", viewer);
        model.addAttribute("page", ProgramPage.of(figures.programs(), program, looked, found));
        return "console/program";
    }
}
