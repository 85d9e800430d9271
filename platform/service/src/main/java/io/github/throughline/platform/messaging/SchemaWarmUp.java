package io.github.throughline.platform.messaging;

import io.github.throughline.schemas.Topic;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Learns the schema id of every topic that the service writes, before it is ready: no transaction waits for the registry. */
final class SchemaWarmUp implements ApplicationRunner {

    private final AvroEncoder encoder;
    private final List<Topic> written;

    SchemaWarmUp(AvroEncoder encoder, List<Topic> written) {
        this.encoder = encoder;
        this.written = written;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        written.forEach(topic -> encoder.encode(topic, SampleRecord.of(topic.record())));
    }
}
