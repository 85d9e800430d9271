package io.github.throughline.sandbox.sink;

/** Starts the sinks. */
public final class SinkProcess {

    private SinkProcess() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments the ports for SMTP and for HTTP
     */
    public static void main(String[] arguments) {
        var sinks = new Sinks();
        new SmtpServer(Integer.parseInt(arguments[0]), sinks::accept).start();
        new SinkHttp(Integer.parseInt(arguments[1]), sinks).start();
    }
}
