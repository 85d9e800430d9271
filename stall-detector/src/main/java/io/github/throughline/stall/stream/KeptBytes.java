package io.github.throughline.stall.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a partition's state is kept, by key. */
public interface KeptBytes {

    byte @Nullable [] get(String key);

    void put(String key, byte[] value);

    void delete(String key);

    /** The keys that begin so. */
    List<String> keysFrom(String prefix);
}
