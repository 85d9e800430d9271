package io.github.throughline.intake.workitem;

import io.github.throughline.platform.web.Problem;

/** There is no such work item, or the caller has nothing to do with it. */
final class WorkItemNotFound extends Problem {

    WorkItemNotFound(WorkItemId id) {
        super(404, "WORK_ITEM_NOT_FOUND", "no work item %s that you are related to".formatted(id));
    }
}
