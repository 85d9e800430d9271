package io.github.throughline.platform.web;

import org.jspecify.annotations.Nullable;

/** A failure that a caller can do something about; one subclass for each cause. */
public abstract class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final @Nullable String field;

    /**
     * @param status HTTP status
     * @param code stable code in capitals, e.g. PLAN_ALREADY_SIGNED
     * @param detail what, where and what to do; never patient data
     */
    protected Problem(int status, String code, String detail) {
        this(status, code, detail, null);
    }

    /** @param field path of the field at fault, e.g. goals[0].target */
    protected Problem(int status, String code, String detail, @Nullable String field) {
        super(detail);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public @Nullable String field() {
        return field;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
