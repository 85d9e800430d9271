package io.github.throughline.checkin;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/** Ids made from what they name (UUID version 5): the same thing has the same id however often it is seen. */
public final class StableIds {

    private static final UUID NAMESPACE = UUID.fromString("7f0d9f0e-3a55-4c1d-9d0f-5a1f2b6f0c11");
    private static final NameBasedGenerator GENERATOR = Generators.nameBasedGenerator(NAMESPACE);

    private StableIds() {}

    /**
     * The id of a thing.
     *
     * @param kind what it is, e.g. checkin
     * @param name what tells it from others of its kind
     */
    public static UUID of(String kind, String name) {
        return GENERATOR.generate(kind + "/" + name);
    }
}
