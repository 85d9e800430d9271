package io.github.throughline.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/**
 * A schema with all that it is made of.
 *
 * @param named its records and enums
 * @param fields the fields of its records
 * @param types every type that a field's values have: its own and, below it, those of items, values and branches
 */
record SchemaWalk(Schema root, List<Schema> named, List<FieldOf> fields, List<TypeOf> types) {

    record FieldOf(Schema owner, Schema.Field field) {
        String name() {
            return owner.getName() + "." + field.name();
        }

        String doc() {
            return field.doc() == null ? "" : field.doc();
        }
    }

    record TypeOf(FieldOf field, Schema schema) {
        /** What Avro itself ignores: that a number is a moment, that a text is an id. */
        Optional<String> logicalType() {
            return Optional.ofNullable(schema.getLogicalType()).map(LogicalType::getName);
        }
    }

    static SchemaWalk of(Schema root) {
        var walk = new SchemaWalk(root, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        walk.visitNamed(root, new HashSet<>());
        return walk;
    }

    private void visitNamed(Schema schema, Set<String> seen) {
        if (!seen.add(schema.getFullName())) {
            return;
        }
        named.add(schema);
        if (schema.getType() == Schema.Type.RECORD) {
            for (var field : schema.getFields()) {
                var of = new FieldOf(schema, field);
                fields.add(of);
                visitType(of, field.schema(), seen);
            }
        }
    }

    private void visitType(FieldOf field, Schema schema, Set<String> seen) {
        types.add(new TypeOf(field, schema));
        switch (schema.getType()) {
            case RECORD, ENUM -> visitNamed(schema, seen);
            case ARRAY -> visitType(field, schema.getElementType(), seen);
            case MAP -> visitType(field, schema.getValueType(), seen);
            case UNION -> schema.getTypes().forEach(type -> visitType(field, type, seen));
            default -> {}
        }
    }
}
