package io.github.throughline.stall.detection;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a state compactly. Texts and readings that recur are written once. */
final class StateOutput {

    private static final double MILLI = 1000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<Object, Integer> known = new LinkedHashMap<>();
    private long lastMillis;

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void oneByte(int value) {
        write(() -> out.writeByte(value));
    }

    void flag(boolean value) {
        oneByte(value ? 1 : 0);
    }

    /** A whole number, small ones in few bytes. */
    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            oneByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        oneByte((int) rest);
    }

    void id(UUID id) {
        write(() -> {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        });
    }

    /** Milliseconds; near the time before in few bytes. */
    void time(Instant time) {
        if (time.equals(Instant.MIN)) {
            flag(false);
            return;
        }
        flag(true);
        number(time.toEpochMilli() - lastMillis);
        lastMillis = time.toEpochMilli();
    }

    /** Points, in few bytes where three decimals say all. */
    void points(double value) {
        long thousandths = Math.round(value * MILLI);
        boolean isShort = thousandths / MILLI == value && Math.abs(thousandths) < Integer.MAX_VALUE;
        flag(isShort);
        if (isShort) {
            number(thousandths);
        } else {
            write(() -> out.writeDouble(value));
        }
    }

    void text(String text) {
        once(text, () -> out.writeUTF(text));
    }

    void reading(Reading reading) {
        once(reading, () -> {
            id(reading.readingId());
            id(reading.eventId());
            time(reading.at());
            points(reading.value());
        });
    }

    <T> void optional(@Nullable T value, Consumer<T> write) {
        flag(value != null);
        if (value != null) {
            write.accept(value);
        }
    }

    <T> void each(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    private void once(Object value, Writing writing) {
        Integer place = known.get(value);
        if (place != null) {
            number(place);
        } else {
            number(known.size());
            write(writing);
            known.put(value, known.size());
        }
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
