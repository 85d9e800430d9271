package io.github.throughline.schemas;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** FULL: each of two schemas reads what the other one wrote, and takes it for the same. */
final class Compatibility {

    private Compatibility() {}

    /** @return what is in the way, both directions; empty: fully compatible */
    static List<String> obstacles(Schema released, Schema current) {
        return Stream.of(
                        obstacle("the release can not read what is written now", released, current),
                        obstacle("what the release wrote can not be read now", current, released),
                        otherMeanings(released, current))
                .flatMap(obstacles -> obstacles)
                .toList();
    }

    private static Stream<String> obstacle(String what, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE
                ? Stream.empty()
                : Stream.of(what + ": " + result.getResult().getIncompatibilities());
    }

    /** Avro reads milliseconds as microseconds without a word: to it both are a long. */
    private static Stream<String> otherMeanings(Schema released, Schema current) {
        var now = logicalTypes(current);
        return logicalTypes(released).entrySet().stream()
                .filter(then -> now.containsKey(then.getKey()))
                .filter(then -> !then.getValue().equals(now.get(then.getKey())))
                .map(then ->
                        "%s was %s and is %s now".formatted(then.getKey(), then.getValue(), now.get(then.getKey())));
    }

    private static Map<String, List<String>> logicalTypes(Schema schema) {
        return SchemaWalk.of(schema).types().stream()
                .collect(groupingBy(
                        type -> type.field().name(),
                        TreeMap::new,
                        flatMapping(type -> type.logicalType().stream(), toList())));
    }
}
