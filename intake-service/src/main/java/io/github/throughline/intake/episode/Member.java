package io.github.throughline.intake.episode;

import static java.util.regex.Pattern.compile;

import io.github.throughline.intake.coordinator.Coordinator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the care team, as told: a person or an organisation. The coordinator is not told here but assigned.
 *
 * @param reference for a person the subject of their access tokens
 * @param channel how they are reached
 * @param address of the channel: mail address or URL; null: the channel has none
 * @param partner id of the partner system that the member belongs to; null: none
 */
public record Member(
        @NotNull @Pattern(regexp = Coordinator.REFERENCE, message = "letters, digits and . _ : - only, 100 at most")
        String reference,

        @NotNull Role role,
        @NotNull Kind kind,
        @NotBlank @Size(max = 200) String name,
        @NotNull Channel channel,
        @Nullable @Size(max = 2000) String address,
        @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String partner) {

    private static final Predicate<String> MAIL = compile("[^@\\s]+@[^@\\s]+").asMatchPredicate();
    private static final Predicate<String> URL =
            compile("https?://[^\\s/]+(/\\S*)?").asMatchPredicate();

    /** What somebody is in a care team. */
    public enum Role {
        COORDINATOR,
        PHYSICIAN,
        THERAPIST,
        PCP,
        SPECIALIST,
        PHARMACIST,
        CAREGIVER;

        /** They treat in the episode; what others of the care team see of it is the patient's to permit. */
        public static final Set<Role> TREATING = Set.of(PHYSICIAN, THERAPIST);
    }

    /** Person or organisation. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }

    /** How somebody is reached. */
    public enum Channel {
        EMAIL,
        WEBHOOK,
        PARTNER_TOPIC,
        NONE
    }

    /** Whether the channel has the address or the partner that it needs. */
    boolean isReachable() {
        return switch (channel) {
            case EMAIL -> address != null && MAIL.test(address);
            case WEBHOOK -> address != null && URL.test(address);
            case PARTNER_TOPIC -> partner != null;
            case NONE -> true;
        };
    }

    /** Without name and address: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "Member " + reference;
    }
}
