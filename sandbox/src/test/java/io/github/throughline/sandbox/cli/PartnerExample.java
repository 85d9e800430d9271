package io.github.throughline.sandbox.cli;

import io.github.throughline.backing.ProjectFolder;
import io.github.throughline.sandbox.client.PartnerTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The record that docs/partners.md shows. */
record PartnerExample(String recordId, String patient, String measure, long observedAt, Map<String, Integer> items) {

    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    static PartnerExample ofTheDocuments() {
        try {
            var text = Files.readString(ProjectFolder.locate().resolve("docs/partners.md"));
            var json = JSON.matcher(text).results().findFirst().orElseThrow().group(1);
            return JsonMapper.shared().readValue(json, PartnerExample.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PartnerTopics.Reading reading(String otherRecordId, String otherPatient, Instant at) {
        return new PartnerTopics.Reading(otherRecordId, otherPatient, measure, at, items, null);
    }
}
