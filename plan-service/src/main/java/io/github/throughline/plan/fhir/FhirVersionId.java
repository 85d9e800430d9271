package io.github.throughline.plan.fhir;

import io.github.throughline.plan.careplan.CarePlanId;
import io.github.throughline.plan.careplan.SignedVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a signed version as an id of FHIR: the plan's id, a dot, the version's number. */
record FhirVersionId(CarePlanId planId, int number) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,6})");

    static FhirVersionId of(SignedVersion signed) {
        return new FhirVersionId(signed.planId(), signed.version().number());
    }

    /** Empty: it is no such id. */
    static Optional<FhirVersionId> parse(String id) {
        Matcher form = FORM.matcher(id);
        return form.matches()
                ? Optional.of(new FhirVersionId(CarePlanId.of(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return planId + "." + number;
    }
}
