package io.github.throughline.notification;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** The errors that a package logs for as long as this is open. */
public final class LoggedErrors extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final List<String> keys = new CopyOnWriteArrayList<>();

    private LoggedErrors(Logger logger) {
        this.logger = logger;
    }

    public static LoggedErrors of(String packageName) {
        var errors = new LoggedErrors((Logger) LoggerFactory.getLogger(packageName));
        errors.start();
        errors.logger.addAppender(errors);
        return errors;
    }

    /** Keys and values of each, as text. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel() == Level.ERROR) {
            keys.add(String.valueOf(event.getKeyValuePairs()));
        }
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
