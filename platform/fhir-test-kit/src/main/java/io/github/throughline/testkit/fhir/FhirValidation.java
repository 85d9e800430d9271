package io.github.throughline.testkit.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Questionnaire;

/** Reads resources by HAPI's strict parser and validates them against R4. It needs a second to get ready, once a process. */
public final class FhirValidation {

    private static final class Shared {

        static final FhirContext R4 = FhirContext.forR4();
        static final KnownQuestionnaires KNOWN = new KnownQuestionnaires(R4);
        static final FhirValidator VALIDATOR = validator();

        private static FhirValidator validator() {
            var support = new ValidationSupportChain(
                    new DefaultProfileValidationSupport(R4),
                    KNOWN,
                    new CommonCodeSystemsTerminologyService(R4),
                    new InMemoryTerminologyServerValidationSupport(R4));
            return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
        }
    }

    private FhirValidation() {}

    /** Makes a questionnaire known, so that the responses to it are validated against it, too. */
    public static void know(Questionnaire questionnaire) {
        Shared.KNOWN.add(questionnaire);
    }

    /** What is wrong with a resource, a line each; empty: nothing. */
    public static List<String> faults(byte[] json) {
        String text = new String(json, UTF_8);
        Shared.R4
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(text);
        return Shared.VALIDATOR.validateWithResult(text).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(FhirValidation::line)
                .toList();
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }
}
