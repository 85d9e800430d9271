package io.github.throughline.notification.delivery;

import io.github.throughline.notification.recipient.Recipient;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Lets a channel send, and breaks it off at the deadline: a server that says a little now and then keeps every timeout of
 * a single read waiting. A virtual thread's reading and writing ends when it is interrupted.
 */
@Component
class Sending implements DisposableBean {

    private static final Logger LOGGER = LoggerFactory.getLogger(Sending.class);

    private final JdbcDeliveries deliveries;
    private final DeliverySettings settings;
    private final InstantSource machine;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Sending(JdbcDeliveries deliveries, DeliverySettings settings, InstantSource machine) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.machine = machine;
    }

    /** With a whole lease before it, however long it took to ask whom to tell. Empty: somebody else holds the notice. */
    Optional<DeliveryResult> send(Channel channel, Delivery delivery, Recipient recipient, byte[] body) {
        if (!deliveries.renew(delivery, machine.instant().plus(settings.lease()))) {
            return Optional.empty();
        }
        Future<DeliveryResult> sending = threads.submit(() -> channel.send(delivery, recipient, body));
        try {
            return Optional.of(sending.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.of(new DeliveryResult.Retry("too-slow"));
        } catch (ExecutionException e) {
            return Optional.of(failed(channel, delivery, Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new DeliveryResult.Retry("interrupted"));
        } finally {
            sending.cancel(true);
        }
    }

    private static DeliveryResult failed(Channel channel, Delivery delivery, Throwable error) {
        LOGGER.atError()
                .addKeyValue("noticeId", delivery.id())
                .addKeyValue("channel", channel.name())
                .addKeyValue("error", error.getClass().getName())
                .log("channel failed");
        return new DeliveryResult.Retry("channel-failed");
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
