package io.github.throughline.stall.backtest;

import io.github.throughline.stall.detection.Evidence;
import io.github.throughline.stall.detection.Limit;
import io.github.throughline.stall.detection.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A backtest's files. */
final class BacktestJson {

    private static final JsonMapper LINE = JsonMapper.builder().build();
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BacktestJson() {}

    static void write(BacktestResult result, BacktestOptions options) {
        write(options.escalations(), lines(result.escalations()));
        write(options.report(), PRETTY.writeValueAsString(result.report()) + "\n");
    }

    private static String lines(List<BacktestEscalation> escalations) {
        var lines = new StringBuilder();
        escalations.forEach(e -> lines.append(LINE.writeValueAsString(line(e))).append('\n'));
        return lines.toString();
    }

    private static void write(@Nullable Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UnusableFile(file, "it can not be written", e);
        }
    }

    private static Map<String, @Nullable Object> line(BacktestEscalation escalation) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("patient", escalation.patient());
        line.put("rule", escalation.rule());
        line.put("measure", escalation.measure());
        line.put("onsetDay", escalation.onsetDay());
        line.put("raisedAtDay", escalation.raisedAtDay());
        line.put("state", escalation.state());
        line.put("endedAtDay", escalation.endedAtDay());
        line.put("severity", escalation.severity());
        line.put("evidence", evidence(escalation));
        return line;
    }

    private static Map<String, @Nullable Object> evidence(BacktestEscalation escalation) {
        Evidence evidence = escalation.evidence();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("baseline", evidence.baseline());
        json.put("level", evidence.level());
        json.put("target", evidence.target());
        json.put("margin", evidence.margin());
        json.put(
                "readings",
                evidence.readings().stream()
                        .map(reading -> reading(escalation, reading))
                        .toList());
        json.put(
                "thresholds",
                evidence.thresholds().stream().map(BacktestJson::threshold).toList());
        return json;
    }

    private static Map<String, Object> reading(BacktestEscalation escalation, Reading reading) {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", reading.readingId().getLeastSignificantBits());
        json.put("day", Histories.day(escalation.day0(), reading.at()));
        json.put("value", reading.value());
        return json;
    }

    private static Map<String, Object> threshold(Limit limit) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", limit.name());
        json.put("value", limit.value());
        json.put("unit", limit.unit().name());
        json.put("source", limit.source());
        return json;
    }
}
