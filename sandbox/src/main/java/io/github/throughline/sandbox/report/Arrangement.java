package io.github.throughline.sandbox.report;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the people of a run agreed on, against which is held what became of it.
 *
 * @param coordinators reference of who coordinates, by patient: all patients of the run
 * @param mailboxes where coordinators get their mail, by reference
 * @param consents last care time at which an outside provider may be told, by patient; {@link Instant#MIN}: at none
 * @param answers check-ins that a patient had a mind to answer by the end
 */
public record Arrangement(
        Map<UUID, String> coordinators, Map<String, String> mailboxes, Map<UUID, Instant> consents, Set<UUID> answers) {

    public Arrangement {
        coordinators = Map.copyOf(coordinators);
        mailboxes = Map.copyOf(mailboxes);
        consents = Map.copyOf(consents);
        answers = Set.copyOf(answers);
    }

    Set<UUID> patients() {
        return coordinators.keySet();
    }
}
