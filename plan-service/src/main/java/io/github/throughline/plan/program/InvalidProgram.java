package io.github.throughline.plan.program;

/** A program's file can not be used; says which and why. */
public final class InvalidProgram extends RuntimeException {

    public InvalidProgram(String file, String fault) {
        super("program %s can not be used: %s".formatted(file, fault));
    }
}
