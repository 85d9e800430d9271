package io.github.throughline.checkin.fhir;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/** A source's record id as an identifier of FHIR: system and value, joined by a slash. */
public final class FhirRecordIds {

    private static final Pattern HAS_SYSTEM = Pattern.compile("(https?://|urn:).*/.*");

    private FhirRecordIds() {}

    /** Empty text: there is none. */
    public static String of(@Nullable Identifier identifier) {
        if (identifier == null || identifier.getValue() == null) {
            return "";
        }
        String system = identifier.getSystem();
        return system == null ? identifier.getValue() : system + "/" + identifier.getValue();
    }

    /** @param token as searches write an identifier: {@code system|value}, or the value alone */
    public static String ofToken(String token) {
        int bar = token.indexOf('|');
        return bar <= 0 ? token.substring(bar + 1) : token.substring(0, bar) + "/" + token.substring(bar + 1);
    }

    /** The identifier as it was given. Only an absolute system is told from the value again, by the last slash. */
    static Identifier identifier(String recordId) {
        int slash = recordId.lastIndexOf('/');
        return HAS_SYSTEM.matcher(recordId).matches()
                ? new Identifier().setSystem(recordId.substring(0, slash)).setValue(recordId.substring(slash + 1))
                : new Identifier().setValue(recordId);
    }
}
