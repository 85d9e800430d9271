package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.platform.fhir.FhirOutcomes;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;

/** Of a transaction an entry is refused, so that nothing of it is recorded. */
final class TransactionRefused extends RuntimeException {

    private final transient OperationOutcome outcome;
    private final int status;

    TransactionRefused(List<Taken> taken) {
        super("an entry of the transaction is refused");
        this.outcome = new OperationOutcome();
        int first = 0;
        for (int entry = 0; entry < taken.size(); entry++) {
            if (taken.get(entry) instanceof Taken.Refused refused) {
                outcome.addIssue(FhirOutcomes.issue(refused.problem(), expression(entry, refused)));
                first = first == 0 ? refused.problem().status() : first;
            }
        }
        this.status = first;
    }

    /** That of the resource, seen from the Bundle. */
    private static String expression(int entry, Taken.Refused refused) {
        String at = "Bundle.entry[" + entry + "]";
        String field = refused.problem().field();
        if (field == null || field.startsWith("Bundle.entry")) {
            return field == null ? at : at + field.substring("Bundle.entry".length());
        }
        int dot = field.indexOf('.');
        return at + ".resource" + (dot < 0 ? "" : field.substring(dot));
    }

    OperationOutcome outcome() {
        return outcome;
    }

    /** That of the first refusal. */
    int status() {
        return status;
    }
}
