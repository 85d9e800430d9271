package io.github.throughline.sandbox.client;

/** A service answered that it will not do what was asked. */
public final class Refused extends RuntimeException {

    private final int status;
    private final String code;

    Refused(String request, int status, String code, String detail) {
        super("%s: %d %s %s".formatted(request, status, code, detail));
        this.status = status;
        this.code = code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The problem's stable code; empty: it had none. */
    public String code() {
        return code;
    }
}
