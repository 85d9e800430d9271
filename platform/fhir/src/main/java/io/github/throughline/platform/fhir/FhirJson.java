package io.github.throughline.platform.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Resource;

/** Resources to JSON and back. HAPI's context takes half a second to make, and is made by the first who needs it. */
public final class FhirJson {

    private static final class Shared {

        static final FhirContext R4 = context();
    }

    private FhirJson() {}

    public static byte[] write(Resource resource) {
        return parser().encodeResourceToString(resource).getBytes(UTF_8);
    }

    /**
     * Reads one resource, all of it or nothing: an element that is not known could be the one that matters.
     *
     * @throws UnreadableResource when it is none of this type, or has what R4 does not know
     */
    public static <T extends Resource> T read(Class<T> type, byte[] json) {
        try {
            return parser().setParserErrorHandler(new RefusingErrors()).parseResource(type, new String(json, UTF_8));
        } catch (UnreadableResource e) {
            throw e;
        } catch (RuntimeException e) {
            // Nothing but the body is at work here, and HAPI answers some nonsense by a NullPointerException.
            throw new UnreadableResource();
        }
    }

    private static IParser parser() {
        return Shared.R4.newJsonParser();
    }

    private static FhirContext context() {
        var context = new FhirContext(FhirVersionEnum.R4);
        context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        context.getParserOptions().setStripVersionsFromReferences(false);
        return context;
    }
}
