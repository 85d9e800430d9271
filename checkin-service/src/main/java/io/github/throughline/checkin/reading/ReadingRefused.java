package io.github.throughline.checkin.reading;

import io.github.throughline.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/** A reading that a caller sent is refused. */
public final class ReadingRefused extends Problem {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    public ReadingRefused(Refusal refusal) {
        this(refusal, refusal.field());
    }

    /** @param field path of the field at fault in the request; null: the request as a whole */
    public ReadingRefused(Refusal refusal, @Nullable String field) {
        super(status(refusal), refusal.code().name(), refusal.code().explanation(), field);
    }

    /** @param answer place in the list of answers that were sent, from 0 */
    public static ReadingRefused ofAnswer(Refusal refusal, int answer) {
        String path = "answers[" + answer + "]";
        return new ReadingRefused(refusal, refusal.field() == null ? path : path + "." + refusal.field());
    }

    private static int status(Refusal refusal) {
        return switch (refusal.code()) {
            case DUPLICATE_RECORD_ID, RECORD_ID_OF_ANOTHER_READING, EPISODE_CLOSED -> CONFLICT;
            default -> UNPROCESSABLE;
        };
    }
}
