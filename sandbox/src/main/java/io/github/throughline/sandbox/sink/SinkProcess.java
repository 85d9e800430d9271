package io.github.throughline.sandbox.sink;

/** Starts the sinks. */
public final class SinkProcess {

    private SinkProcess() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments the ports for SMTP and for HTTP, and what it answers as its health
     */
    public static void main(String[] arguments) {
        var sinks = new Sinks();
        // Neither accepts anything before both have their ports: half of a sink would lose mail in silence.
        var http = new SinkHttp(Integer.parseInt(arguments[1]), sinks, arguments[2]);
        new SmtpSink(Integer.parseInt(arguments[0]), sinks).start();
        http.start();
    }
}
