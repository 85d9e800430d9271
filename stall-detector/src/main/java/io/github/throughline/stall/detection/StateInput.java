package io.github.throughline.stall.detection;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateOutput} wrote. */
final class StateInput {

    private static final double MILLI = 1000;

    private final DataInputStream in;
    private final List<Object> known = new ArrayList<>();
    private long lastMillis;
    private int format;

    StateInput(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    void setFormat(int version) {
        format = version;
    }

    /** Whether the bytes are of a format, or of a later one. */
    boolean isOfFormat(int version) {
        return format >= version;
    }

    int oneByte() {
        return read(in::readUnsignedByte);
    }

    boolean flag() {
        return oneByte() == 1;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next = oneByte();
        while ((next & 0x80) != 0) {
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
            next = oneByte();
        }
        value |= (long) next << shift;
        return value >>> 1 ^ -(value & 1);
    }

    int count() {
        return Math.toIntExact(number());
    }

    UUID id() {
        return read(() -> new UUID(in.readLong(), in.readLong()));
    }

    Instant time() {
        if (!flag()) {
            return Instant.MIN;
        }
        lastMillis += number();
        return Instant.ofEpochMilli(lastMillis);
    }

    double points() {
        return flag() ? number() / MILLI : read(in::readDouble);
    }

    String text() {
        return (String) once(() -> read(in::readUTF));
    }

    Reading reading() {
        return (Reading) once(() -> new Reading(id(), id(), time(), points()));
    }

    <T> @Nullable T optional(Supplier<T> read) {
        return flag() ? read.get() : null;
    }

    <T> List<T> each(Supplier<T> read) {
        int count = count();
        var values = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.get());
        }
        return values;
    }

    private Object once(Supplier<Object> reading) {
        int place = count();
        if (place < known.size()) {
            return known.get(place);
        }
        Object value = reading.get();
        known.add(value);
        return value;
    }

    private static <T> T read(Reader<T> reader) {
        try {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException("the state ends too early", e);
        }
    }

    private interface Reader<T> {
        T read() throws IOException;
    }
}
