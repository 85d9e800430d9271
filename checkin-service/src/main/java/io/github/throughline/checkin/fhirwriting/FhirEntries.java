package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.checkin.fhir.FhirRecordIds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The entries of a Bundle, as readings. */
@Component
class FhirEntries {

    private static final Pattern IDENTIFIER = Pattern.compile("identifier=([^&]+)");
    private static final String UUID_URN = "urn:uuid:";

    private final FhirObservationReader observations;
    private final FhirResponseReader responses;

    FhirEntries(FhirObservationReader observations, FhirResponseReader responses) {
        this.observations = observations;
        this.responses = responses;
    }

    /** @param otherRecordId what names the record where the entry does not; may be empty */
    SentReading read(BundleEntryComponent entry, String otherRecordId) {
        if (entry.getRequest().getMethod() != HTTPVerb.POST) {
            throw ElementRefused.notTaken("Bundle.entry.request.method", "an entry is a POST");
        }
        Resource resource = entry.getResource();
        if (resource != null && !resource.fhirType().equals(entry.getRequest().getUrl())) {
            throw ElementRefused.notTaken("Bundle.entry.request.url", "it is the type of the resource");
        }
        String ifNoneExist = ifNoneExist(entry.getRequest().getIfNoneExist());
        String recordId = ifNoneExist.isEmpty() ? fullUrl(entry, otherRecordId) : ifNoneExist;
        return switch (resource) {
            case Observation observation -> observations.read(observation, recordId);
            case QuestionnaireResponse response -> responses.read(response, recordId);
            case null, default ->
                throw ElementRefused.notTaken(
                        "Bundle.entry.resource", "only Observation and QuestionnaireResponse are written here");
        };
    }

    private static String fullUrl(BundleEntryComponent entry, String otherwise) {
        String url = entry.getFullUrl();
        return url != null && url.startsWith(UUID_URN) ? url : otherwise;
    }

    /** The record id that a condition of the kind {@code identifier=system|value} names; empty: there is none. */
    static String ifNoneExist(@Nullable String condition) {
        if (condition == null) {
            return "";
        }
        Matcher identifier = IDENTIFIER.matcher(URLDecoder.decode(condition, StandardCharsets.UTF_8));
        if (!identifier.matches()) {
            throw ElementRefused.notTaken("If-None-Exist", "name one identifier: identifier=system|value");
        }
        return FhirRecordIds.ofToken(identifier.group(1));
    }
}
