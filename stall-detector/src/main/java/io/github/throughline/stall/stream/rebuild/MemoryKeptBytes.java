package io.github.throughline.stall.stream.rebuild;

import io.github.throughline.stall.stream.KeptBytes;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In memory, until a partition is folded.
 *
 * @param entries by key
 */
record MemoryKeptBytes(TreeMap<String, byte[]> entries) implements KeptBytes {

    MemoryKeptBytes() {
        this(new TreeMap<>());
    }

    @Override
    public byte @Nullable [] get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(String key) {
        entries.remove(key);
    }

    @Override
    public List<String> keysFrom(String prefix) {
        return List.copyOf(entries.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }
}
