package io.github.throughline.testkit.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Questionnaires by their canonical url, with and without version. */
final class KnownQuestionnaires implements IValidationSupport {

    private final FhirContext context;
    private final Map<String, Questionnaire> byUrl = new ConcurrentHashMap<>();

    KnownQuestionnaires(FhirContext context) {
        this.context = context;
    }

    void add(Questionnaire questionnaire) {
        byUrl.put(questionnaire.getUrl(), questionnaire);
        byUrl.put(questionnaire.getUrl() + "|" + questionnaire.getVersion(), questionnaire);
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
        Questionnaire known = byUrl.get(uri);
        return known != null && type != null && type.isInstance(known) ? type.cast(known) : null;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }
}
