package io.github.throughline.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A server that says a little now and then to whoever connects, and never comes to an end. */
final class SlowServer implements AutoCloseable {

    private static final long PACE_NANOS = 50_000_000;

    private final ServerSocket socket;
    private final AtomicInteger brokenOff = new AtomicInteger();

    /**
     * @param first said at once
     * @param again said over and over
     */
    SlowServer(String first, String again) {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(() -> accept(first, again));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many callers have hung up. */
    int brokenOff() {
        return brokenOff.get();
    }

    private void accept(String first, String again) {
        try {
            while (!socket.isClosed()) {
                var caller = socket.accept();
                Thread.startVirtualThread(() -> dribble(caller, first, again));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void dribble(Socket caller, String first, String again) {
        try (caller) {
            caller.getOutputStream().write(first.getBytes(US_ASCII));
            while (!socket.isClosed()) {
                caller.getOutputStream().write(again.getBytes(US_ASCII));
                LockSupport.parkNanos(PACE_NANOS);
            }
        } catch (IOException e) {
            brokenOff.incrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
