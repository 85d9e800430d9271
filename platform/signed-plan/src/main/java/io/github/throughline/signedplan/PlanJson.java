package io.github.throughline.signedplan;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plan content to JSON bytes and back. The bytes are what is signed; they are written once and never made again. A reader
 * takes all of them or none: a field that it does not know may be a term that the physician signed.
 */
public final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PlanJson() {}

    public static byte[] write(PlanContent content) {
        return MAPPER.writeValueAsBytes(content);
    }

    /** @throws UnreadablePlan when the bytes are not a plan of a format known here */
    public static PlanContent read(byte[] bytes) {
        try {
            var tree = MAPPER.readTree(bytes);
            int format = tree.path("format").asInt(0);
            if (format != PlanContent.FORMAT) {
                throw new UnreadablePlan("plan format " + format + " is not known here", null);
            }
            return MAPPER.treeToValue(tree, PlanContent.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadablePlan("the signed bytes are not a plan", e);
        }
    }
}
