package io.github.throughline.signedplan;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plan content to JSON bytes and back. The bytes are what is signed; they are written once and never made again. */
public final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private PlanJson() {}

    public static byte[] write(PlanContent content) {
        return MAPPER.writeValueAsBytes(content);
    }

    /** @throws UnreadablePlan when the bytes are not a plan of a format known here */
    public static PlanContent read(byte[] bytes) {
        PlanContent content;
        try {
            content = MAPPER.readValue(bytes, PlanContent.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadablePlan("the signed bytes are not a plan", e);
        }
        if (content.format() != PlanContent.FORMAT) {
            throw new UnreadablePlan("plan format " + content.format() + " is not known here", null);
        }
        return content;
    }
}
