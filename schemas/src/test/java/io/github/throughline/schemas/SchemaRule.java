package io.github.throughline.schemas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** What every schema keeps to. A rule answers with what breaks it; nothing: it is kept. */
enum SchemaRule {
    EVERYTHING_IS_DOCUMENTED((walk, found) -> {
        walk.named().stream()
                .filter(schema -> isBlank(schema.getDoc()))
                .forEach(schema -> found.add(schema.getName() + " has no doc"));
        walk.fields().stream().filter(f -> isBlank(f.field().doc())).forEach(f -> found.add(f.name() + " has no doc"));
    }),
    NUMBERS_SAY_THEIR_UNIT((walk, found) -> walk.fields().stream()
            .filter(f -> isNumber(f.field().schema()))
            .filter(f -> f.field().doc() == null
                    || !Unit.PATTERN.matcher(f.field().doc()).find())
            .forEach(f -> found.add(f.name() + " does not say its unit"))),
    NAMESPACE_IS_THE_PATH((walk, found) -> {
        String expected = walk.root().getFullName().replace('.', '/') + ".avsc";
        if (!walk.path().toString().replace('\\', '/').equals(expected)) {
            found.add(walk.path() + " must be " + expected);
        }
    }),
    OPTIONAL_FIELDS_DEFAULT_TO_NULL((walk, found) -> walk.fields().stream()
            .filter(f -> f.field().schema().isUnion() && f.field().schema().isNullable())
            .filter(f -> f.field().defaultVal() != JsonProperties.NULL_VALUE)
            .forEach(f -> found.add(f.name() + " is optional and does not default to null"))),
    COLLECTIONS_DEFAULT_TO_EMPTY((walk, found) -> walk.fields().stream()
            .filter(f -> f.field().schema().getType() == Schema.Type.ARRAY
                    || f.field().schema().getType() == Schema.Type.MAP)
            .filter(f -> !f.field().hasDefaultValue())
            .forEach(f -> found.add(f.name() + " is a collection without a default"))),
    ENUMS_DEFAULT_TO_UNKNOWN((walk, found) -> walk.named().stream()
            .filter(schema -> schema.getType() == Schema.Type.ENUM)
            .filter(schema -> !"UNKNOWN".equals(schema.getEnumDefault()))
            .forEach(schema -> found.add(schema.getName() + " does not default to UNKNOWN"))),
    NO_UNIONS_OF_RECORDS((walk, found) -> walk.fields().stream()
            .filter(f -> f.field().schema().isUnion())
            .filter(f -> f.field().schema().getTypes().size() > 2
                    || !f.field().schema().isNullable())
            .forEach(f -> found.add(f.name() + " is a union of more than null and one type"))),
    NOTHING_THAT_NAMES_A_PERSON((walk, found) -> walk.fields().stream()
            .filter(f -> Personal.PATTERN.matcher(f.field().name()).find())
            .forEach(f -> found.add(f.name() + " would hold what names or reaches a person, or free text"))),
    DOMAIN_RECORDS_HAVE_THE_ENVELOPE((walk, found) -> {
        if (Topics.domain().stream()
                .anyMatch(t -> t.record().getName().equals(walk.root().getFullName()))) {
            List.of("eventId", "version", "occurredAt", "recordedAt", "patientId", "episodeId").stream()
                    .filter(field -> walk.root().getField(field) == null)
                    .forEach(field -> found.add(walk.root().getName() + " has no " + field));
        }
    });

    private final BiConsumer<Walk, List<String>> check;

    SchemaRule(BiConsumer<Walk, List<String>> check) {
        this.check = check;
    }

    List<String> violations(Path path, Schema schema) {
        var found = new ArrayList<String>();
        check.accept(Walk.of(path, schema), found);
        return found;
    }

    private static final class Unit {
        static final Pattern PATTERN = Pattern.compile(
                "unit: |milliseconds since |days since |in points|points of the (measure|item)|Its value in unit");
    }

    private static final class Personal {
        static final Pattern PATTERN = Pattern.compile(
                "(?i)(first|last|full|given|family|patient)name|e-?mail|phone|address|birth|^mrn$|^(free)?text$|^note$|comment");
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isNumber(Schema schema) {
        return switch (schema.getType()) {
            case INT, LONG, FLOAT, DOUBLE -> true;
            case UNION -> schema.getTypes().stream().anyMatch(SchemaRule::isNumber);
            default -> false;
        };
    }

    record FieldOf(Schema owner, Schema.Field field) {
        String name() {
            return owner.getName() + "." + field.name();
        }
    }

    /** A schema with all that it is made of. */
    record Walk(Path path, Schema root, List<Schema> named, List<FieldOf> fields) {

        static Walk of(Path path, Schema root) {
            var walk = new Walk(path, root, new ArrayList<>(), new ArrayList<>());
            walk.visit(root, new HashSet<>());
            return walk;
        }

        private void visit(Schema schema, Set<String> seen) {
            switch (schema.getType()) {
                case RECORD -> {
                    if (seen.add(schema.getFullName())) {
                        named.add(schema);
                        schema.getFields().forEach(field -> {
                            fields.add(new FieldOf(schema, field));
                            visit(field.schema(), seen);
                        });
                    }
                }
                case ENUM -> {
                    if (seen.add(schema.getFullName())) {
                        named.add(schema);
                    }
                }
                case ARRAY -> visit(schema.getElementType(), seen);
                case MAP -> visit(schema.getValueType(), seen);
                case UNION -> schema.getTypes().forEach(type -> visit(type, seen));
                default -> {}
            }
        }
    }
}
