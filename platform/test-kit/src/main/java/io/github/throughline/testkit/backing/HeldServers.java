package io.github.throughline.testkit.backing;

import io.github.throughline.backing.ProcessIdentity;
import java.util.Map;

/** Servers that run for a build, until they are closed. */
interface HeldServers extends AutoCloseable {

    /** Where they are. */
    TestBacking backing();

    /** Those that would stay behind if their holder were killed, by name. */
    Map<String, ProcessIdentity> processes();

    @Override
    void close();
}
