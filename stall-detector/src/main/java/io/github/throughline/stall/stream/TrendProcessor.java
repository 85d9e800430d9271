package io.github.throughline.stall.stream;

import io.github.throughline.platform.messaging.AvroEncoder;
import io.github.throughline.platform.messaging.CloudEvent;
import io.github.throughline.schemas.Topics;
import io.github.throughline.schemas.checkin.CheckinChanged;
import io.github.throughline.schemas.decision.DecisionRecorded;
import io.github.throughline.schemas.episode.EpisodeChanged;
import io.github.throughline.schemas.episode.EpisodeStatus;
import io.github.throughline.schemas.outcome.OutcomeRecorded;
import io.github.throughline.schemas.plan.PlanVersionChanged;
import io.github.throughline.stall.detection.Change;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.Fact;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each event into its episode's trend and publishes the difference. */
final class TrendProcessor implements Processor<String, SpecificRecord, String, byte[]> {

    private static final Logger LOGGER = LoggerFactory.getLogger(TrendProcessor.class);
    private static final String SERVICE = "stall-detector";

    private final PlanGate gate;
    private final AvroEncoder encoder;
    private final DetectorMetrics metrics;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    private TrendStore trends;

    TrendProcessor(PlanGate gate, AvroEncoder encoder, DetectorMetrics metrics) {
        this.gate = gate;
        this.encoder = encoder;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.trends = new TrendStore(context.getStateStore(StallTopology.TRENDS));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        switch (record.value()) {
            case EpisodeChanged event -> episode(event);
            case PlanVersionChanged event -> plan(record, event);
            case OutcomeRecorded event ->
                take(event.getPatientId(), event.getEpisodeId(), record, AvroFacts.reading(event));
            case CheckinChanged event ->
                take(event.getPatientId(), event.getEpisodeId(), record, AvroFacts.checkin(event));
            case DecisionRecorded event ->
                take(event.getPatientId(), event.getEpisodeId(), record, AvroFacts.decision(event));
            case null, default -> throw new IllegalArgumentException("a record that is no event of this topic");
        }
    }

    /** An event, and whose it is. */
    private record Source(UUID patientId, UUID episodeId, Record<String, SpecificRecord> record) {

        @Nullable
        String traceparent() {
            Header trace = record.headers().lastHeader("traceparent");
            return trace == null ? null : new String(trace.value(), StandardCharsets.UTF_8);
        }
    }

    private void episode(EpisodeChanged event) {
        if (event.getStatus() == EpisodeStatus.ERASED) {
            trends.erase(event.getEpisodeId());
        }
    }

    private void plan(Record<String, SpecificRecord> record, PlanVersionChanged event) {
        var source = new Source(event.getPatientId(), event.getEpisodeId(), record);
        if (trends.isErased(source.episodeId())) {
            metrics.received(Step.Reception.NOTHING_NEW);
            return;
        }
        Optional<Fact.PlanState> state = AvroFacts.planState(event);
        if (state.isEmpty()) {
            take(source, AvroFacts.superseded(event), Set.of());
            return;
        }
        byte[] content = new byte[event.getContent().remaining()];
        event.getContent().duplicate().get(content);
        switch (passage(source, event, state.get(), content)) {
            case PlanGate.Passage.Passed(PlanTerms terms) -> {
                trends.put(source.episodeId(), terms, content);
                take(source, AvroFacts.plan(event, state.get(), terms), Set.of(terms.digest()));
            }
            case PlanGate.Passage.Refused(String reason) -> throw refused(event, reason);
        }
    }

    /** A plan that was valid when it began can be ended and paused also when its key is not known any more. */
    private PlanGate.Passage passage(Source source, PlanVersionChanged event, Fact.PlanState state, byte[] content) {
        return state != Fact.PlanState.IN_FORCE && trends.holds(source.episodeId(), content)
                ? gate.verified(event, content)
                : gate.check(
                        event, content, Instant.ofEpochMilli(source.record().timestamp()));
    }

    private PlanVersionRefused refused(PlanVersionChanged event, String reason) {
        metrics.refusedPlan(reason);
        LOGGER.atError()
                .addKeyValue("planId", event.getPlanId())
                .addKeyValue("planVersion", event.getPlanVersion())
                .addKeyValue("reason", reason)
                .log("plan version refused, the last valid one stays in force");
        return new PlanVersionRefused(reason);
    }

    private void take(UUID patientId, UUID episodeId, Record<String, SpecificRecord> record, Fact fact) {
        if (trends.isErased(episodeId)) {
            metrics.received(Step.Reception.NOTHING_NEW);
        } else {
            take(new Source(patientId, episodeId, record), fact, Set.of());
        }
    }

    private void take(Source source, Fact fact, Set<String> broughtPlans) {
        EpisodeTrend before = trends.trend(source.episodeId());
        Step step = before.accept(fact);
        step.changes().forEach(change -> publish(source, fact.occurredAt(), change));
        trends.replace(before, step.trend(), broughtPlans);
        metrics.received(step.reception());
    }

    private void publish(Source source, Instant at, Change change) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        switch (change) {
            case Change.EscalationChanged escalation -> {
                var event = AvroEscalations.event(escalation, source.patientId(), source.episodeId(), at, now);
                var attributes = attributes(event.getEventId(), event, event.getEscalationId(), source);
                forward(
                        source,
                        StallTopology.PUBLISH_ESCALATIONS,
                        encoder.encode(Topics.ESCALATION, event),
                        attributes);
            }
            case Change.VerdictChanged verdict -> {
                var event = AvroVerdicts.event(verdict, source.patientId(), source.episodeId(), at, now);
                var attributes = attributes(event.getEventId(), event, event.getEpisodeId(), source);
                forward(source, StallTopology.PUBLISH_VERDICTS, encoder.encode(Topics.VERDICT, event), attributes);
            }
        }
        metrics.published(change);
    }

    private CloudEvent attributes(UUID id, SpecificRecord event, UUID subject, Source source) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        String type = event.getSchema().getFullName();
        return new CloudEvent(id, SERVICE, type, subject.toString(), now, source.traceparent());
    }

    private void forward(Source source, String sink, byte[] value, CloudEvent attributes) {
        var headers = new RecordHeaders();
        attributes.addTo(headers);
        context.forward(new Record<>(source.record().key(), value, context.currentSystemTimeMs(), headers), sink);
    }
}
