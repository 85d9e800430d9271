package io.github.throughline.notification.routing;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What comes next. Whoever shows it has made sure that the viewer may see the escalations. */
public interface NextSteps {

    /** By escalation; one about which nothing is to come is left out. */
    Map<UUID, NextStep> of(Collection<UUID> escalationIds);
}
