package io.github.throughline.checkin.page;

import io.github.throughline.checkin.access.Giver.Relation;
import io.github.throughline.checkin.page.PageLinks.Opened;
import io.github.throughline.platform.checkinlink.CheckinLinks;
import io.github.throughline.platform.outbox.Outbox;
import io.github.throughline.platform.time.CareClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes that are sent to the holder's contact before a trend is shown. Times are machine time. */
@Component
class TrendCodes {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int MOST_A_DAY = 5;
    private static final int MOST_TRIES = 5;

    private final JdbcTrendCodes asked;
    private final CheckinLinks codes;
    private final Outbox outbox;
    private final CareClock clock;
    private final InstantSource machine;

    TrendCodes(JdbcTrendCodes asked, CheckinLinks codes, Outbox outbox, CareClock clock, InstantSource machine) {
        this.asked = asked;
        this.codes = codes;
        this.outbox = outbox;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * Has a code sent.
     *
     * @return the challenge that it answers
     * @throws TooManyCodes when one was asked for a moment ago, or too many today
     */
    @Transactional
    public UUID ask(Opened opened) {
        Instant now = machine.instant().truncatedTo(ChronoUnit.MILLIS);
        String holder = opened.holder().reference();
        UUID patientId = asked.lock(opened.episodeId());
        if (asked.since(opened.episodeId(), holder, now.minus(BETWEEN)) > 0
                || asked.since(opened.episodeId(), holder, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new TooManyCodes();
        }
        UUID id = UUID.randomUUID();
        asked.add(id, opened.episodeId(), holder, now);
        boolean isPatient = opened.holder().relation() == Relation.PATIENT;
        outbox.append(AvroTrendCodes.event(
                new AvroTrendCodes.Code(id, patientId, opened.episodeId(), isPatient ? null : holder),
                clock.now(),
                now,
                now.plus(VALID)));
        return id;
    }

    /** Whether a code is right; it is so once, in time, and for a few tries. Kept even where the answer is no. */
    @Transactional
    public boolean isRight(Opened opened, UUID challenge, String code) {
        Instant now = machine.instant();
        boolean isOpen =
                asked.tried(challenge, opened.episodeId(), opened.holder().reference(), now.minus(VALID), MOST_TRIES);
        boolean isRight = isOpen
                && MessageDigest.isEqual(
                        codes.code(challenge).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
        if (isRight) {
            asked.used(challenge);
        }
        return isRight;
    }
}
