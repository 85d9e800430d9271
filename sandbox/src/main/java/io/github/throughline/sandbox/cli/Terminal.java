package io.github.throughline.sandbox.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where people read how it goes: lines that stay, and on a real terminal one last line that is rewritten. */
final class Terminal {

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean isInteractive;
    private String status = "";

    Terminal(PrintStream out, boolean isInteractive) {
        this.out = out;
        this.isInteractive = isInteractive;
    }

    /** Standard output. */
    static Terminal standard() {
        var console = System.console();
        boolean interactive = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, interactive);
    }

    boolean isInteractive() {
        return isInteractive;
    }

    /** A line that stays. */
    synchronized void say(String line) {
        clearStatus();
        out.println(line);
        showStatus();
        out.flush();
    }

    synchronized void say(List<String> lines) {
        lines.forEach(this::say);
    }

    /** Replaces the last line on a real terminal; elsewhere it is not shown. */
    synchronized void status(String line) {
        clearStatus();
        status = line;
        showStatus();
        out.flush();
    }

    /** The last line stays empty from now on. */
    void endStatus() {
        status("");
    }

    private void clearStatus() {
        if (isInteractive && !status.isEmpty()) {
            out.print(CLEAR_LINE);
        }
    }

    private void showStatus() {
        if (isInteractive && !status.isEmpty()) {
            out.print(status);
        }
    }

    /** Seconds since a moment of machine time, for people. */
    static String since(Instant begin) {
        return "%.1f s".formatted(Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }
}
