package io.github.throughline.checkin.fhirwriting;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.github.throughline.checkin.fhirwriting.SentReading.Type;
import io.github.throughline.platform.fhir.FhirSystems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The elements that observations and questionnaire responses have in common. */
final class FhirElements {

    private static final String PATIENT = "Patient/";
    private static final String EPISODE = "EpisodeOfCare/";

    private FhirElements() {}

    /** Who names a patient by an identifier of their own may have a reference of their own beside it. */
    static SentPatient patient(Type type, Reference subject) {
        String partnerPatient =
                subject.hasIdentifier() ? subject.getIdentifier().getValue() : null;
        String reference = subject.getReference();
        if (partnerPatient != null) {
            return new SentPatient(reference == null ? null : uuid(reference, PATIENT), partnerPatient);
        }
        if (reference == null) {
            throw ElementRefused.missing(type.expression("patient"), "say whose it is");
        }
        return new SentPatient(id(reference, PATIENT, type.expression("patient")), null);
    }

    /** The episode that the standard extension names; null: none is named. */
    static @Nullable UUID episode(Type type, DomainResource resource) {
        List<Extension> named = resource.getExtensionsByUrl(FhirSystems.EPISODE_OF_CARE);
        if (named.isEmpty()) {
            return null;
        }
        String expression = type.expression("episodeId");
        if (named.size() == 1
                && named.getFirst().getValue() instanceof Reference episode
                && episode.getReference() != null) {
            return id(episode.getReference(), EPISODE, expression);
        }
        throw ElementRefused.notTaken(expression, "name one episode as EpisodeOfCare/<uuid>");
    }

    /** What may turn the meaning of a resource round is not passed over. */
    static void requireUnderstood(Type type, DomainResource resource) {
        if (resource.hasImplicitRules()) {
            throw ElementRefused.notTaken(type.fhirName() + ".implicitRules", "no such rules are known here");
        }
        requireUnderstood(type.fhirName(), resource.getModifierExtension());
    }

    static void requireUnderstood(String element, List<Extension> modifiers) {
        if (!modifiers.isEmpty()) {
            throw ElementRefused.notTaken(
                    element + ".modifierExtension", "no extension that modifies a meaning is known here");
        }
    }

    private static UUID id(String reference, String prefix, String expression) {
        UUID id = uuid(reference, prefix);
        if (id == null) {
            throw ElementRefused.notTaken(expression, "take the id that Throughline gave: " + prefix + "<uuid>");
        }
        return id;
    }

    private static @Nullable UUID uuid(String reference, String prefix) {
        try {
            return reference.startsWith(prefix) ? UUID.fromString(reference.substring(prefix.length())) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
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
