package io.github.throughline.sandbox.sink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One conversation of RFC 5321, as far as a client that sends mail needs it. */
final class SmtpSession {

    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");

    private final InputStream in;
    private final OutputStream out;
    private final SmtpServer.MailReceipt receipt;
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    SmtpSession(InputStream in, OutputStream out, SmtpServer.MailReceipt receipt) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.receipt = receipt;
    }

    /** Talks until the client says goodbye; its going without a word is an {@link EOFException}. */
    void run() throws IOException {
        reply("220 sandbox ready");
        var talking = true;
        while (talking) {
            talking = answer(line());
        }
    }

    private boolean answer(String command) throws IOException {
        switch (verb(command)) {
            case "EHLO" -> reply("250-sandbox\r\n250-8BITMIME\r\n250-PIPELINING\r\n250 SMTPUTF8");
            case "HELO", "NOOP" -> reply("250 ok");
            case "RSET" -> reset("");
            case "MAIL" -> reset(address(command));
            case "RCPT" -> addRecipient(address(command));
            case "DATA" -> data();
            case "QUIT" -> {
                reply("221 bye");
                return false;
            }
            default -> reply("502 not known here");
        }
        return true;
    }

    private void reset(String sender) throws IOException {
        from = sender;
        recipients.clear();
        reply("250 ok");
    }

    private void addRecipient(String recipient) throws IOException {
        recipients.add(recipient);
        reply("250 ok");
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            reply("503 recipients first");
            return;
        }
        reply("354 go on, end with a dot");
        reply(receipt.accept(new Envelope(from, recipients), message()));
        recipients.clear();
    }

    /** Up to the line with a single dot; a dot that a client doubled at the start of a line is one again. */
    private byte[] message() throws IOException {
        var message = new ByteArrayOutputStream();
        for (var line = line(); !line.equals("."); line = line()) {
            var text = line.startsWith(".") ? line.substring(1) : line;
            message.write(text.getBytes(ISO_8859_1));
            message.write('\r');
            message.write('\n');
        }
        return message.toByteArray();
    }

    /** One line without its end, byte for byte. */
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void reply(String lines) throws IOException {
        out.write((lines + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    private static String verb(String command) {
        return command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static String address(String command) {
        var address = ADDRESS.matcher(command);
        return address.find() ? address.group(1) : "";
    }
}
