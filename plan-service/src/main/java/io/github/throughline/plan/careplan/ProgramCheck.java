package io.github.throughline.plan.careplan;

import io.github.throughline.measures.MeasureCatalogue;
import io.github.throughline.plan.program.InvalidProgram;
import io.github.throughline.plan.program.Program;
import io.github.throughline.plan.program.Programs;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Ends the start where a plan could not be drafted from a program as it is. */
@Component
class ProgramCheck {

    ProgramCheck(Programs programs, MeasureCatalogue catalogue) {
        programs.programs().forEach(program -> check(program, new Drafting(catalogue)));
    }

    private static void check(Program program, Drafting drafting) {
        var missing = new TreeSet<>(PlanCheck.RULES);
        missing.removeAll(program.nextSteps().keySet());
        if (!missing.isEmpty()) {
            throw new InvalidProgram(program.id(), "nextSteps: no step is foreseen for " + String.join(", ", missing));
        }
        try {
            drafting.fromProgram(program, PlanRequest.NOTHING);
        } catch (PlanRefused refused) {
            throw new InvalidProgram(program.id(), refused.field() + ": " + refused.getMessage());
        }
    }
}
