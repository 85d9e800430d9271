package io.github.throughline.checkin.page;

import io.github.throughline.checkin.checkin.CheckinId;
import java.util.Optional;
import java.util.UUID;

/** What holders of links have answered so far, and the submissions that they have sent. */
interface Drafts {

    /** What was saved last, as the page wrote it. */
    Optional<String> find(CheckinId checkin, String holder);

    void save(UUID episodeId, CheckinId checkin, String holder, String content);

    /** The submission has been taken: the draft is of no use any more. @param key made by the page, once for a submission */
    void submitted(UUID episodeId, CheckinId checkin, UUID key, boolean safety);

    /** Whether a submission that was taken had an answer that somebody should look after at once; empty: it was not taken. */
    Optional<Boolean> submitted(CheckinId checkin, UUID key);
}
