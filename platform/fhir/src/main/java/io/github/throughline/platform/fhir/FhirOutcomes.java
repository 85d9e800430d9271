package io.github.throughline.platform.fhir;

import io.github.throughline.platform.web.Problem;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.jspecify.annotations.Nullable;

/** Failures as FHIR tells them: the stable code stands in {@code issue.details.coding}. */
public final class FhirOutcomes {

    private FhirOutcomes() {}

    public static OperationOutcome of(Problem problem) {
        var outcome = new OperationOutcome();
        outcome.addIssue(issue(problem, problem.field()));
        return outcome;
    }

    /** @param expression where the fault is, as FHIRPath; null: in the request as a whole */
    public static OperationOutcomeIssueComponent issue(Problem problem, @Nullable String expression) {
        return issue(problem.status(), problem.code(), String.valueOf(problem.getMessage()), expression);
    }

    static OperationOutcomeIssueComponent issue(int status, String code, String text, @Nullable String expression) {
        var issue = new OperationOutcomeIssueComponent()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type(status))
                .setDetails(FhirSystems.coded(FhirSystems.PROBLEM, code).setText(text));
        if (expression != null) {
            issue.addExpression(expression);
        }
        return issue;
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 400 -> IssueType.INVALID;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 405, 406, 415 -> IssueType.NOTSUPPORTED;
            case 409, 412 -> IssueType.CONFLICT;
            case 503 -> IssueType.TRANSIENT;
            case 500 -> IssueType.EXCEPTION;
            default -> IssueType.PROCESSING;
        };
    }
}
