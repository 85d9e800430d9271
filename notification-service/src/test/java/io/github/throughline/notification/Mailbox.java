package io.github.throughline.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server and what arrived at it. */
public final class Mailbox {

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    public static Mailbox start() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** What arrived for the address, in order. */
    public List<MimeMessage> of(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    /** Every address, as often as a mail arrived for it. */
    public List<String> addresses() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::address).toList();
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(MimeMessage mail) {
        return GreenMailUtil.getBody(mail);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        return address(mail).equals(address);
    }

    private static String address(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
