package io.github.throughline.platform.messaging;

import io.github.throughline.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Learns the schema id of every topic that the service writes, before its listeners, its due work and its web server
 * begin: no transaction waits for the registry. A registry that takes a question and never answers it is asked again, by
 * another connection: its client waits for ever.
 */
final class SchemaWarmUp implements SmartLifecycle {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(SchemaWarmUp.class);
    private static final int TRIES = 4;

    private final AvroEncoder encoder;
    private final Supplier<Serializer<SpecificRecord>> serializers;
    private final List<Topic> written;
    private final Duration patience;
    private volatile boolean isRunning;

    /** @param patience with one try, machine time */
    SchemaWarmUp(
            AvroEncoder encoder,
            Supplier<Serializer<SpecificRecord>> serializers,
            List<Topic> written,
            Duration patience) {
        this.encoder = encoder;
        this.serializers = serializers;
        this.written = written;
        this.patience = patience;
    }

    @Override
    public void start() {
        for (int tries = 1; !isRunning; tries++) {
            isRunning = learn();
            if (!isRunning && tries == TRIES) {
                throw new IllegalStateException("the schema registry does not answer");
            }
        }
    }

    private boolean learn() {
        Serializer<SpecificRecord> learning = serializers.get();
        var asking = new FutureTask<>(() -> written.forEach(new AvroEncoder(learning)::learn), null);
        Thread asker = Thread.ofVirtual().name("schemas").start(asking);
        try {
            asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            encoder.replaceBy(learning);
            return true;
        } catch (TimeoutException e) {
            LOGGER.atWarn().log("no answer from the schema registry, asking again");
            asker.interrupt();
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the schema registry was asked", e);
        }
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
