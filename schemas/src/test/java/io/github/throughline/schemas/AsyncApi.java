package io.github.throughline.schemas;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;

/** The topics as an AsyncAPI document, for the tools of those who read or write them. */
final class AsyncApi {

    /** Stands for every partner: what is generated for it goes into the document with a parameter in its place. */
    private static final String PARTNER = "some-partner";

    private static final String HEAD = """
            # Made from Topics and the schemas; AsyncApiTest says when it must be made anew, and how.
            asyncapi: 3.0.0
            info:
              title: Throughline
              version: v1
              description: >-
                Every topic, its writers and its record. Records are Avro in Confluent's wire format.
                What Throughline sends, its readers receive; a partner's own topics are what it receives.
              license:
                name: Apache-2.0
                url: https://www.apache.org/licenses/LICENSE-2.0
            defaultContentType: application/vnd.apache.avro
            """;

    private static final String CHANNEL = """
              %1$s:
                address: %2$s
                x-writers: %3$s
                messages:
                  %4$s:
                    $ref: '#/components/messages/%4$s'
                bindings:
                  kafka:
                    bindingVersion: 0.5.0
                    partitions: %5$d
                    topicConfiguration:
                      cleanup.policy: [%6$s]
                      retention.ms: %7$s
            """;

    private static final String PARAMETER = """
                parameters:
                  partner:
                    description: Id of the partner, as the operator gave it.
            """;

    private static final String OPERATION = """
              %1$s:
                action: %2$s
                channel:
                  $ref: '#/channels/%1$s'
            """;

    private static final String MESSAGE = """
                %1$s:
                  summary: %2$s
                  payload:
                    schemaFormat: application/vnd.apache.avro+json;version=1.9.0
                    schema:
                      $ref: src/main/avro/%3$s.avsc
            """;

    private AsyncApi() {}

    static String document() {
        List<Topic> topics = Stream.of(Topics.all(), Topics.partner(PARTNER))
                .flatMap(Collection::stream)
                .toList();
        String document = HEAD
                + "channels:\n" + all(topics.stream().map(AsyncApi::channel))
                + "operations:\n" + all(topics.stream().map(AsyncApi::operation))
                + "components:\n  messages:\n"
                + all(topics.stream().map(Topic::record).distinct().map(AsyncApi::message));
        return document.replace(PARTNER, "{partner}");
    }

    private static String channel(Topic topic) {
        String writers = topic.writers().stream().sorted().collect(Collectors.joining("', '", "['", "']"));
        String channel = CHANNEL.formatted(
                id(topic),
                topic.name(),
                writers,
                topic.record().getSimpleName(),
                topic.partitions(),
                topic.settings().get("cleanup.policy"),
                topic.settings().get("retention.ms"));
        return topic.name().contains(PARTNER) ? channel + PARAMETER : channel;
    }

    private static String operation(Topic topic) {
        return OPERATION.formatted(id(topic), topic.writers().contains(PARTNER) ? "receive" : "send");
    }

    private static String message(Class<?> record) {
        var schema = SpecificData.get().getSchema(record);
        return MESSAGE.formatted(
                schema.getName(),
                '"' + schema.getDoc().replace("\"", "\\\"") + '"',
                schema.getFullName().replace('.', '/'));
    }

    /** The topic's name without what all of them have, and without the partner. */
    private static String id(Topic topic) {
        return topic.name().replaceAll("^throughline\\.|\\.v1$", "").replace(PARTNER + ".", "");
    }

    private static String all(Stream<String> parts) {
        return parts.collect(Collectors.joining());
    }
}
