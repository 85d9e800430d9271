package io.github.throughline.sandbox.sink;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;

/** Accepts mail from this machine for anybody and delivers it nowhere. The protocol is GreenMail's. */
final class SmtpSink implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Sinks sinks;
    private final GreenMail server;
    private final GreenMailUser everybody;

    /** @param port 0: any that is free */
    SmtpSink(int port, Sinks sinks) {
        this.sinks = sinks;
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START.toMillis());
        server = new GreenMail(setup);
        try {
            everybody = server.getUserManager().createUser("everybody@sandbox.example", "everybody", "");
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
        server.getUserManager().setMessageDeliveryHandler(this::take);
    }

    /** Called for each recipient; the first one speaks for all. A failure here is a 451 there. */
    private GreenMailUser take(MovingMessage message, MailAddress recipient) {
        if (message.getToAddresses().iterator().next().equals(recipient)) {
            sinks.accept(message);
        }
        return everybody;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** @throws IllegalStateException when somebody else has the port */
    void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
