package io.github.throughline.notification.worklist;

import static io.github.throughline.platform.security.Allow.To.NO_PATIENT_DATA;
import static io.github.throughline.platform.security.Role.OPERATOR;
import static io.github.throughline.platform.security.Role.SERVICE;

import io.github.throughline.notification.notice.Notices;
import io.github.throughline.platform.security.Allow;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told and how it went, for operators: ids, references and states, nothing of patients. */
@RestController
class NoticeController {

    private static final int LONGEST_PAGE = 1000;

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /**
     * Oldest first; the last notice's id as {@code after} gives the next page. Notices that are being made meanwhile can
     * be left out: for accounting, read from the start once nothing moves.
     */
    @GetMapping("/notices")
    @Allow(
            value = {OPERATOR, SERVICE},
            to = NO_PATIENT_DATA)
    public List<NoticeView> page(
            @RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "500") int limit) {
        return notices.page(after, Math.clamp(limit, 1, LONGEST_PAGE)).stream()
                .map(NoticeView::of)
                .toList();
    }
}
