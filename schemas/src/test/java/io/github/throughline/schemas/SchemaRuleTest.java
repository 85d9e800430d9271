package io.github.throughline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
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
    void refusesASchemaThatBreaksIt(SchemaRule rule) {
        // Given
        Schema bad = AvscFiles.parse(breaking(rule));

        // When
        List<String> violations = rule.violations(PATH, bad);

        // Then
        assertThat(violations).isNotEmpty();
    }

    private static String breaking(SchemaRule rule) {
        return switch (rule) {
            case EVERYTHING_IS_DOCUMENTED -> record("{'name':'a','type':'string'}");
            case NUMBERS_SAY_THEIR_UNIT -> record("{'name':'a','type':'int','doc':'How many.'}");
            case NAMESPACE_IS_THE_PATH ->
                record("{'name':'a','type':'string','doc':'A.'}").replace("EpisodeChanged", "Other");
            case OPTIONAL_FIELDS_DEFAULT_TO_NULL -> record("{'name':'a','type':['null','string'],'doc':'A.'}");
            case COLLECTIONS_DEFAULT_TO_EMPTY ->
                record("{'name':'a','type':{'type':'array','items':'string'},'doc':'A.'}");
            case ENUMS_DEFAULT_TO_UNKNOWN ->
                record("{'name':'a','type':{'type':'enum','name':'E','doc':'E.','symbols':['X']},'doc':'A.'}");
            case NO_UNIONS_OF_RECORDS -> record("{'name':'a','type':['int','string'],'doc':'A.'}");
            case NOTHING_THAT_NAMES_A_PERSON -> record("{'name':'patientName','type':'string','doc':'A.'}");
            case DOMAIN_RECORDS_HAVE_THE_ENVELOPE -> record("{'name':'a','type':'string','doc':'A.'}");
        };
    }

    private static String record(String field) {
        return """
                {'type':'record','name':'EpisodeChanged','namespace':'io.github.throughline.schemas.episode','doc':'R.',
                 'fields':[%s]}
                """.formatted(field).replace('\'', '"');
    }
}
