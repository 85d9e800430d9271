package io.github.throughline.notification.recipient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.throughline.notification.notice.ChannelName;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.web.client.RequestAttributePrincipalResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks intake-service. Whatever goes wrong on the way is "no answer". */
@Component
class HttpIntake {

    private static final Logger LOGGER = LoggerFactory.getLogger(HttpIntake.class);
    private static final String CLIENT = "notification-service";
    private static final String REFUSED = "intake-refused";
    private static final String SILENT = "intake-silent";

    /** Codes of problem documents that end a notice. */
    private static final Set<String> NONE = Set.of("EPISODE_NOT_FOUND", "MEMBER_UNKNOWN");

    /** Roles in a care team of those who decide, and so sign in. */
    private static final Set<String> READ_THE_CONSOLE = Set.of("PHYSICIAN", "THERAPIST", "PCP", "SPECIALIST");

    // Intake may tell more than is needed here, and more than it does today.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record MemberAnswer(
            String member,
            String name,
            @Nullable String role,
            @Nullable String kind,
            @Nullable String channel,
            @Nullable String address,
            @Nullable String secret,
            @Nullable String partner,
            @Nullable String partnerPatient,
            boolean permitted) {}

    /** @param email null: intake-service has none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CoordinatorAnswer(
            String reference, String name, @Nullable String email) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record PatientAnswer(String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ProblemAnswer(@Nullable String code) {}

    private final RestClient intake;
    private final MeterRegistry metrics;
    private final AtomicBoolean silent = new AtomicBoolean();

    HttpIntake(RestClient intakeClient, MeterRegistry metrics) {
        this.intake = intakeClient;
        this.metrics = metrics;
    }

    /** @param category what the patient must permit: ESCALATIONS or OUTCOMES */
    Permission member(UUID episodeId, String reference, String category) {
        try {
            MemberAnswer answer = get(
                    MemberAnswer.class,
                    "/episodes/{episode}/recipients/{member}?category={category}",
                    episodeId,
                    reference,
                    category);
            return answer.permitted()
                    ? new Permission.Granted(recipient(answer))
                    : new Permission.Denied(Permission.NO_CONSENT);
        } catch (HttpClientErrorException e) {
            if (saysThereIsNone(e)) {
                return new Permission.Denied("not-in-care-team");
            }
            unanswered(REFUSED, e);
            return new Permission.Refused(REFUSED);
        } catch (RuntimeException e) {
            unanswered(SILENT, e);
            return new Permission.Unknown(SILENT);
        }
    }

    /** @throws NoAnswer when there was none; what is answered instead of an address is no address */
    Optional<CoordinatorAnswer> coordinator(String reference) {
        try {
            return Optional.of(get(CoordinatorAnswer.class, "/coordinators/{reference}", reference));
        } catch (HttpClientErrorException e) {
            unanswered(REFUSED, e);
            return Optional.empty();
        } catch (RuntimeException e) {
            unanswered(SILENT, e);
            throw new NoAnswer(e);
        }
    }

    Optional<String> patientName(UUID episodeId) {
        try {
            return Optional.of(get(PatientAnswer.class, "/episodes/{episode}/patient", episodeId)
                    .name());
        } catch (RuntimeException e) {
            unanswered(SILENT, e);
            return Optional.empty();
        }
    }

    /** Only in intake-service's own words: any server that a request strays to knows how to say 404. */
    private static boolean saysThereIsNone(HttpClientErrorException error) {
        HttpHeaders headers = error.getResponseHeaders();
        if (error.getStatusCode() != HttpStatus.NOT_FOUND
                || headers == null
                || !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(headers.getContentType())) {
            return false;
        }
        try {
            ProblemAnswer problem = error.getResponseBodyAs(ProblemAnswer.class);
            return problem != null && problem.code() != null && NONE.contains(problem.code());
        } catch (RuntimeException e) {
            return false;
        }
    }

    private <T> T get(Class<T> type, String path, Object... variables) {
        T answer = intake.get()
                .uri(path, variables)
                .attributes(RequestAttributePrincipalResolver.principal(CLIENT))
                .retrieve()
                .body(type);
        if (answer == null) {
            throw new IllegalStateException("an answer without a body");
        }
        if (silent.getAndSet(false)) {
            LOGGER.atInfo().log("intake-service answers again");
        }
        return answer;
    }

    /** Logged once for each absence; each question without an answer is counted. */
    private void unanswered(String reason, RuntimeException error) {
        metrics.counter("throughline.intake.unanswered", "reason", reason).increment();
        if (!silent.getAndSet(true)) {
            LOGGER.atWarn()
                    .addKeyValue("reason", reason)
                    .addKeyValue("error", error.getClass().getName())
                    .log("no answer from intake-service");
        }
    }

    /** A clinician without a channel works with the console; nobody else of a care team is let in there. */
    private static boolean wantsNoNotices(MemberAnswer answer) {
        return "PERSON".equals(answer.kind())
                && "NONE".equals(answer.channel())
                && READ_THE_CONSOLE.contains(String.valueOf(answer.role()));
    }

    private static Recipient recipient(MemberAnswer answer) {
        return new Recipient(
                answer.member(),
                answer.name(),
                channel(answer.channel()),
                answer.address(),
                answer.secret(),
                answer.partner(),
                answer.partnerPatient(),
                wantsNoNotices(answer));
    }

    /** A channel that this version does not know reaches nobody. */
    private static @Nullable ChannelName channel(@Nullable String name) {
        return switch (name) {
            case "EMAIL" -> ChannelName.EMAIL;
            case "WEBHOOK" -> ChannelName.WEBHOOK;
            case "PARTNER_TOPIC" -> ChannelName.PARTNER_TOPIC;
            case null, default -> null;
        };
    }
}
