package io.github.throughline.checkin.partner;

import io.github.throughline.checkin.reading.Refusal;
import java.util.UUID;

/** Which episode a partner's record is for. */
public sealed interface Addressee {

    record Found(UUID episodeId) implements Addressee {}

    /** None that is known here; it may only not be known yet. */
    record NotKnown(Refusal refusal) implements Addressee {}

    /** None, and waiting would not change it. */
    record Refused(Refusal refusal) implements Addressee {}
}
