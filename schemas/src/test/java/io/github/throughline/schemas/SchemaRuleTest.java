package io.github.throughline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule holds for every schema, and refuses a schema that breaks it. */
class SchemaRuleTest {

    private static final Path PATH = Path.of("io/github/throughline/schemas/episode/EpisodeChanged.avsc");

    @ParameterizedTest
    @EnumSource
    void isKeptByEverySchema(SchemaRule rule) {
        AvscFiles.below(AvscFiles.CURRENT)
                .forEach((path, schema) -> assertThat(rule.violations(path, schema))
                        .as(path.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void refusesEverySchemaThatBreaksIt(SchemaRule rule) {
        assertThat(breaking(rule))
                .allSatisfy(bad ->
                        assertThat(rule.violations(PATH, AvscFiles.parse(bad))).isNotEmpty());
    }

    private static List<String> breaking(SchemaRule rule) {
        return switch (rule) {
            case EVERYTHING_IS_DOCUMENTED -> List.of(record("{'name':'a','type':'string'}"));
            case NUMBERS_SAY_THEIR_UNIT ->
                List.of(
                        field("a", "'int'", "How many."),
                        field("a", "['null','int']", "How many."),
                        field("a", "{'type':'map','values':['null','int']}", "How many."));
            case MOMENTS_ARE_TIMESTAMPS ->
                List.of(
                        field("seenAt", "'long'", "When."),
                        field("seenAt", "{'type':'long','logicalType':'timestamp-micros'}", "When."),
                        field("until", "['null','long']", "The end; milliseconds since 1970-01-01T00:00Z."));
            case DAYS_ARE_DATES -> List.of(field("since", "'int'", "First day; days since 1970-01-01."));
            case OUR_IDS_ARE_UUIDS ->
                List.of(field("planId", "'string'", "The plan."), field("planId", "['null','string']", "The plan."));
            case NAMESPACE_IS_THE_PATH -> List.of(field("a", "'string'", "A.").replace("EpisodeChanged", "Other"));
            case OPTIONAL_FIELDS_DEFAULT_TO_NULL -> List.of(field("a", "['null','string']", "A."));
            case COLLECTIONS_DEFAULT_TO_EMPTY -> List.of(field("a", "{'type':'array','items':'string'}", "A."));
            case ENUMS_DEFAULT_TO_UNKNOWN, ENUMS_SAY_WHAT_UNKNOWN_MEANS ->
                List.of(field("a", "{'type':'enum','name':'E','doc':'E.','symbols':['X']}", "A."));
            case NO_UNIONS_OF_RECORDS ->
                List.of(
                        field("a", "['int','string']", "A."),
                        field("a", "['null','int','string']", "A."),
                        field("a", "{'type':'array','items':['int','string']}", "A."));
            case NOTHING_THAT_NAMES_A_PERSON -> List.of(field("patientName", "'string'", "A."));
            case DOMAIN_RECORDS_HAVE_THE_ENVELOPE ->
                List.of(
                        field("a", "'string'", "A."),
                        field("eventId", "'string'", "A."),
                        record(envelope("'string'")),
                        record(envelope("'int'").replace("timestamp-millis", "timestamp-micros")));
        };
    }

    @Test
    void takesAnEnvelopeOfTheRightTypes() {
        assertThat(SchemaRule.DOMAIN_RECORDS_HAVE_THE_ENVELOPE.violations(
                        PATH, AvscFiles.parse(record(envelope("'int'")))))
                .isEmpty();
    }

    private static String envelope(String version) {
        String fields = "{'name':'version','type':" + version + "}";
        for (var id : List.of("eventId", "patientId", "episodeId")) {
            fields += ",{'name':'%s','type':{'type':'string','logicalType':'uuid'}}".formatted(id);
        }
        for (var moment : List.of("occurredAt", "recordedAt")) {
            fields += ",{'name':'%s','type':{'type':'long','logicalType':'timestamp-millis'}}".formatted(moment);
        }
        return fields;
    }

    private static String field(String name, String type, String doc) {
        return record("{'name':'%s','type':%s,'doc':'%s'}".formatted(name, type, doc));
    }

    private static String record(String field) {
        return """
                {'type':'record','name':'EpisodeChanged','namespace':'io.github.throughline.schemas.episode','doc':'R.',
                 'fields':[%s]}
                """.formatted(field).replace('\'', '"');
    }
}
