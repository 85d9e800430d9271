package io.github.throughline.stall.backtest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of which nothing can be used, e.g. without the columns it needs. */
public final class UnusableFile extends RuntimeException {

    public UnusableFile(Path file, String reason, @Nullable Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
