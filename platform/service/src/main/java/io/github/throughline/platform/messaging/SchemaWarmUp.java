package io.github.throughline.platform.messaging;

import io.github.throughline.schemas.Topic;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Learns the schema id of every topic that the service writes, before its listeners, its due work and its web server
 * begin: no transaction waits for the registry.
 */
final class SchemaWarmUp implements SmartLifecycle {

    private final AvroEncoder encoder;
    private final List<Topic> written;
    private volatile boolean isRunning;

    SchemaWarmUp(AvroEncoder encoder, List<Topic> written) {
        this.encoder = encoder;
        this.written = written;
    }

    @Override
    public void start() {
        written.forEach(encoder::learn);
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
