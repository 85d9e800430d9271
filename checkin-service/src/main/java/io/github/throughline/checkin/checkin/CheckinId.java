package io.github.throughline.checkin.checkin;

import io.github.throughline.checkin.StableIds;
import java.util.UUID;

/** Identity of a check-in: of a plan and a week there is one. */
public record CheckinId(UUID value) {

    static CheckinId of(PlanWeek week) {
        return new CheckinId(StableIds.of("checkin", week.planId() + "/" + week.number()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
