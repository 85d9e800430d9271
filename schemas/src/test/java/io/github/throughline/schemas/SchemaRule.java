package io.github.throughline.schemas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What every schema keeps to. A rule answers with what breaks it; nothing: it is kept. */
enum SchemaRule {
    EVERYTHING_IS_DOCUMENTED((file, found) -> {
        file.walk().named().stream()
                .filter(schema -> isBlank(schema.getDoc()))
                .forEach(schema -> found.add(schema.getName() + " has no doc"));
        file.walk().fields().stream().filter(f -> isBlank(f.doc())).forEach(f -> found.add(f.name() + " has no doc"));
    }),
    NUMBERS_SAY_THEIR_UNIT((file, found) -> file.fieldsWith(SchemaRule::isNumber)
            .filter(f -> !Words.UNIT.matcher(f.doc()).find())
            .forEach(f -> found.add(f.name() + " does not say its unit"))),
    MOMENTS_ARE_TIMESTAMPS((file, found) -> file.walk().fields().stream()
            .filter(f -> f.field().name().endsWith("At") || f.doc().contains("milliseconds since "))
            .filter(f -> !file.isOf(f, "timestamp-millis"))
            .forEach(f -> found.add(f.name() + " is a moment and no timestamp-millis"))),
    DAYS_ARE_DATES((file, found) -> file.walk().fields().stream()
            .filter(f -> f.doc().contains("days since "))
            .filter(f -> !file.isOf(f, "date"))
            .forEach(f -> found.add(f.name() + " is a day and no date"))),
    OUR_IDS_ARE_UUIDS((file, found) -> file.walk().fields().stream()
            .filter(f -> f.field().name().endsWith("Id"))
            .filter(f -> !Words.ID_OF_ITS_SOURCE.matcher(f.field().name()).matches())
            .filter(f -> !file.isOf(f, "uuid"))
            .forEach(f -> found.add(f.name() + " is an id of ours and no uuid"))),
    NAMESPACE_IS_THE_PATH((file, found) -> {
        String expected = file.walk().root().getFullName().replace('.', '/') + ".avsc";
        if (!file.path().toString().replace('\\', '/').equals(expected)) {
            found.add(file.path() + " must be " + expected);
        }
    }),
    OPTIONAL_FIELDS_DEFAULT_TO_NULL((file, found) -> file.walk().fields().stream()
            .filter(f -> f.field().schema().isUnion() && f.field().schema().isNullable())
            .filter(f -> f.field().defaultVal() != JsonProperties.NULL_VALUE)
            .forEach(f -> found.add(f.name() + " is optional and does not default to null"))),
    COLLECTIONS_DEFAULT_TO_EMPTY((file, found) -> file.walk().fields().stream()
            .filter(f -> f.field().schema().getType() == Schema.Type.ARRAY
                    || f.field().schema().getType() == Schema.Type.MAP)
            .filter(f -> !f.field().hasDefaultValue())
            .forEach(f -> found.add(f.name() + " is a collection without a default"))),
    ENUMS_DEFAULT_TO_UNKNOWN((file, found) -> file.enums()
            .filter(schema -> !"UNKNOWN".equals(schema.getEnumDefault()))
            .forEach(schema -> found.add(schema.getName() + " does not default to UNKNOWN"))),
    ENUMS_SAY_WHAT_UNKNOWN_MEANS((file, found) -> file.enums()
            .filter(schema -> schema.getDoc() == null
                    || !Words.UNKNOWN.matcher(schema.getDoc()).find())
            .forEach(schema -> found.add(schema.getName() + " does not say what UNKNOWN means"))),
    NO_UNIONS_OF_RECORDS((file, found) -> file.fieldsWith(Schema::isUnion)
            .filter(f -> !file.isOptional(f))
            .forEach(f -> found.add(f.name() + " is a union of more than null and one type"))),
    NOTHING_THAT_NAMES_A_PERSON((file, found) -> file.walk().fields().stream()
            .filter(f -> Words.PERSONAL.matcher(f.field().name()).find())
            .forEach(f -> found.add(f.name() + " would hold what names or reaches a person, or free text"))),
    DOMAIN_RECORDS_HAVE_THE_ENVELOPE((file, found) -> {
        if (file.isOfADomainTopic()) {
            Envelope.FIELDS.stream()
                    .filter(field -> !file.has(field))
                    .forEach(field -> found.add("%s has no %s of type %s"
                            .formatted(file.walk().root().getName(), field.name(), field.type())));
        }
    });

    private final BiConsumer<SchemaFile, List<String>> check;

    SchemaRule(BiConsumer<SchemaFile, List<String>> check) {
        this.check = check;
    }

    List<String> violations(Path path, Schema schema) {
        var found = new ArrayList<String>();
        check.accept(new SchemaFile(path, SchemaWalk.of(schema)), found);
        return found;
    }

    private static final class Words {
        static final Pattern UNIT = Pattern.compile(
                "unit: |milliseconds since |days since |in points|points of the (measure|item)|Its value in unit");
        static final Pattern UNKNOWN = Pattern.compile("\\bUNKNOWN\\b");
        static final Pattern PERSONAL = Pattern.compile(
                "(?i)(first|last|full|given|family|patient)name|e-?mail|phone|address|birth|^mrn$|^(free)?text$|^note$|comment");

        /** A record's id is its source's own, whatever it looks like. */
        static final Pattern ID_OF_ITS_SOURCE = Pattern.compile("recordId|sourceRecordId");
    }

    /** What every domain event has, whatever happened. */
    private record Envelope(String name, String type) {
        static final List<Envelope> FIELDS = List.of(
                new Envelope("eventId", "uuid"),
                new Envelope("version", "int"),
                new Envelope("occurredAt", "timestamp-millis"),
                new Envelope("recordedAt", "timestamp-millis"),
                new Envelope("patientId", "uuid"),
                new Envelope("episodeId", "uuid"));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isNumber(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    private record SchemaFile(Path path, SchemaWalk walk) {

        Stream<Schema> enums() {
            return walk.named().stream().filter(schema -> schema.getType() == Schema.Type.ENUM);
        }

        /** The fields whose values have such a type, at whatever depth. */
        Stream<SchemaWalk.FieldOf> fieldsWith(Predicate<Schema> wanted) {
            return walk.types().stream()
                    .filter(type -> wanted.test(type.schema()))
                    .map(SchemaWalk.TypeOf::field)
                    .distinct();
        }

        /** Whether the field's values are of this type, logical or Avro's own, and of no other but null. */
        boolean isOf(SchemaWalk.FieldOf field, String type) {
            return walk.types().stream()
                    .filter(t -> t.field().equals(field) && !t.schema().isUnion())
                    .filter(t -> t.schema().getType() != Schema.Type.NULL)
                    .allMatch(t -> t.logicalType()
                            .orElse(t.schema().getType().getName())
                            .equals(type));
        }

        boolean isOptional(SchemaWalk.FieldOf field) {
            return walk.types().stream()
                    .filter(t -> t.field().equals(field) && t.schema().isUnion())
                    .allMatch(t ->
                            t.schema().isNullable() && t.schema().getTypes().size() == 2);
        }

        boolean isOfADomainTopic() {
            return Topics.domain().stream()
                    .anyMatch(t -> t.record().getName().equals(walk.root().getFullName()));
        }

        boolean has(Envelope wanted) {
            var field = walk.root().getField(wanted.name());
            return field != null && isOf(new SchemaWalk.FieldOf(walk.root(), field), wanted.type());
        }
    }
}
