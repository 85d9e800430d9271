package io.github.throughline.notification.recipient;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Members are always asked for; a coordinator is told at the last known address when intake-service is away. */
@Component
class IntakeRecipients implements Recipients {

    private final HttpIntake intake;
    private final JdbcCoordinatorAddresses addresses;
    private final IntakeSettings settings;
    private final InstantSource machine;
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    IntakeRecipients(
            HttpIntake intake, JdbcCoordinatorAddresses addresses, IntakeSettings settings, InstantSource machine) {
        this.intake = intake;
        this.addresses = addresses;
        this.settings = settings;
        this.machine = machine;
    }

    @Override
    public Permission member(UUID episodeId, String reference) {
        return intake.member(episodeId, reference, "ESCALATIONS");
    }

    @Override
    public Permission ofPatientNotice(UUID episodeId, String reference) {
        return intake.member(episodeId, reference, "OUTCOMES");
    }

    @Override
    public Optional<Recipient> coordinator(String reference) {
        Optional<JdbcCoordinatorAddresses.Known> known = addresses.find(reference);
        if (known.isPresent() && goodEnough(known.get(), machine.instant())) {
            return known.map(IntakeRecipients::recipient);
        }
        return ask(reference).or(() -> known).map(IntakeRecipients::recipient);
    }

    /** Also an old one, for a while after intake-service did not answer: no coordinator waits for it again and again. */
    private boolean goodEnough(JdbcCoordinatorAddresses.Known known, Instant now) {
        return known.fetchedAt().isAfter(now.minus(settings.coordinatorFreshness())) || now.isBefore(silentUntil.get());
    }

    private Optional<JdbcCoordinatorAddresses.Known> ask(String reference) {
        try {
            Optional<JdbcCoordinatorAddresses.Known> answer = intake.coordinator(reference)
                    .flatMap(c -> Optional.ofNullable(c.email())
                            .map(email -> new JdbcCoordinatorAddresses.Known(
                                    c.reference(), c.name(), email, machine.instant())));
            answer.ifPresent(addresses::save);
            return answer;
        } catch (NoAnswer e) {
            silentUntil.set(machine.instant().plus(settings.readTimeout()));
            return Optional.empty();
        }
    }

    private static Recipient recipient(JdbcCoordinatorAddresses.Known known) {
        return Recipient.coordinator(known.reference(), known.name(), known.email());
    }
}
