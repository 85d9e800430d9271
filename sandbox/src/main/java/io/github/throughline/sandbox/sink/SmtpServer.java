package io.github.throughline.sandbox.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** Accepts mail from this machine for anybody and delivers it nowhere. */
final class SmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final MailReceipt receipt;

    /** Takes over an accepted message; the answer is SMTP's reply line. */
    @FunctionalInterface
    interface MailReceipt {

        String accept(Envelope envelope, byte[] message);
    }

    SmtpServer(int port, MailReceipt receipt) {
        try {
            this.socket = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.receipt = receipt;
    }

    int port() {
        return socket.getLocalPort();
    }

    void start() {
        Thread.ofPlatform().name("smtp").start(this::acceptAll);
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new SmtpSession(connection.getInputStream(), connection.getOutputStream(), receipt).run();
        } catch (IOException e) {
            // The client has gone; what it had sent completely was kept.
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
