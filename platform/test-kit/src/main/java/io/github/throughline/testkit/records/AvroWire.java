package io.github.throughline.testkit.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Confluent's wire format, spoken without the platform's own serializer so that a fault in that one shows: a zero byte,
 * the schema's id in four bytes, then the record.
 */
final class AvroWire {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int HEADER_BYTES = 5;

    private final String registryConfluentUrl;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    AvroWire(String registryConfluentUrl) {
        this.registryConfluentUrl = registryConfluentUrl;
    }

    /** The record as it stands on the topic; its schema is registered when it is not yet. */
    byte[] encode(String topic, SpecificRecord record) {
        var schema = record.getSchema();
        var id = ids.computeIfAbsent(topic + schema.getFullName(), ignored -> register(topic, schema));
        var out = new ByteArrayOutputStream();
        try {
            out.write(ByteBuffer.allocate(HEADER_BYTES).put((byte) 0).putInt(id).array());
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<>(schema, SpecificData.getForClass(record.getClass())).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The record that stands on the topic as these bytes. */
    <T extends SpecificRecord> T decode(byte[] bytes, Class<T> type) {
        var buffer = ByteBuffer.wrap(bytes);
        if (buffer.get() != 0) {
            throw new IllegalArgumentException("not in Confluent's wire format");
        }
        var writer = schemas.computeIfAbsent(buffer.getInt(), this::fetch);
        var model = SpecificData.getForClass(type);
        var reader = new SpecificDatumReader<T>(writer, model.getSchema(type), model);
        var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int register(String topic, Schema schema) {
        var body = JSON.writeValueAsString(Map.of("schema", schema.toString()));
        var request = request("/subjects/" + topic + "-value/versions")
                .header("Content-Type", CONTENT_TYPE)
                .POST(BodyPublishers.ofString(body));
        return JSON.readTree(send(request)).get("id").asInt();
    }

    private Schema fetch(int id) {
        var answer = send(request("/schemas/ids/" + id));
        return new Schema.Parser().parse(JSON.readTree(answer).get("schema").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registryConfluentUrl + path));
    }

    private static String send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "the registry answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
