package io.github.throughline.schemas;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** FULL: each of two schemas reads what the other one wrote. */
final class Compatibility {

    private Compatibility() {}

    /** @return what is in the way, both directions; empty: fully compatible */
    static List<String> obstacles(Schema released, Schema current) {
        return Stream.concat(
                        obstacle("the release can not read what is written now", released, current),
                        obstacle("what the release wrote can not be read now", current, released))
                .toList();
    }

    private static Stream<String> obstacle(String what, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE
                ? Stream.empty()
                : Stream.of(what + ": " + result.getResult().getIncompatibilities());
    }
}
