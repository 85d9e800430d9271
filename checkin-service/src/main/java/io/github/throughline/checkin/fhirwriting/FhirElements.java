package io.github.throughline.checkin.fhirwriting;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.github.throughline.checkin.fhirwriting.SentReading.Type;
import io.github.throughline.platform.fhir.FhirSystems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The elements that observations and questionnaire responses have in common. */
final class FhirElements {

    private static final String PATIENT = "Patient/";
    private static final String EPISODE = "EpisodeOfCare/";

    private FhirElements() {}

    static SentPatient patient(Type type, Reference subject) {
        String partnerPatient =
                subject.hasIdentifier() ? subject.getIdentifier().getValue() : null;
        String reference = subject.getReference();
        if (reference == null && partnerPatient == null) {
            throw ElementRefused.missing(type.expression("patient"), "say whose it is");
        }
        return new SentPatient(
                reference == null ? null : id(reference, PATIENT, type.expression("patient")), partnerPatient);
    }

    /** The episode that the standard extension names; null: none is named. */
    static @Nullable UUID episode(Type type, DomainResource resource) {
        Extension named = resource.getExtensionByUrl(FhirSystems.EPISODE_OF_CARE);
        if (named == null) {
            return null;
        }
        String expression = type.expression("episodeId");
        if (named.getValue() instanceof Reference episode && episode.getReference() != null) {
            return id(episode.getReference(), EPISODE, expression);
        }
        throw ElementRefused.notTaken(expression, "name the episode as EpisodeOfCare/<uuid>");
    }

    private static UUID id(String reference, String prefix, String expression) {
        try {
            if (reference.startsWith(prefix)) {
                return UUID.fromString(reference.substring(prefix.length()));
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as any other reference is.
        }
        throw ElementRefused.notTaken(expression, "take the id that Throughline gave: " + prefix + "<uuid>");
    }

    /** The identifier as a record id, its system before it; empty text: there is none. */
    static String recordId(@Nullable Identifier identifier) {
        if (identifier == null || identifier.getValue() == null) {
            return "";
        }
        return identifier.hasSystem() ? identifier.getSystem() + "/" + identifier.getValue() : identifier.getValue();
    }

    /** A moment; a day alone would be another one in another time zone. */
    static Instant moment(Type type, @Nullable BaseDateTimeType time) {
        String expression = type.expression("observedAt");
        if (time == null || time.getValue() == null) {
            throw ElementRefused.missing(expression, "say when the patient answered");
        }
        if (time.getPrecision().ordinal() < TemporalPrecisionEnum.MINUTE.ordinal() || time.getTimeZone() == null) {
            throw ElementRefused.notTaken(expression, "say the time of the day and the time zone, too");
        }
        return time.getValue().toInstant();
    }

    /** An answer to an item; nothing is rounded. */
    static int whole(Type type, String item, BigDecimal answer) {
        try {
            return answer.intValueExact();
        } catch (ArithmeticException e) {
            throw ElementRefused.notTaken(type.expression("items." + item), "an answer is a whole number");
        }
    }
}
