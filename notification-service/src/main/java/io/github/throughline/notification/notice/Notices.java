package io.github.throughline.notification.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notices of all escalations. Whoever shows them has made sure that the viewer may see the escalation. */
public interface Notices {

    /** Oldest first. */
    List<Notice> of(UUID escalationId);

    Optional<Notice> find(NoticeId id);

    /** What is told in the message of a notice, beside itself. */
    List<Notice> bundledWith(NoticeId first);

    /**
     * What the whole service told, oldest first.
     *
     * @param after only notices created after this one; null: from the start
     */
    List<Notice> page(@Nullable UUID after, int limit);
}
