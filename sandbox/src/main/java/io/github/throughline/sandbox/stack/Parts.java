package io.github.throughline.sandbox.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The components of one sandbox.
 *
 * @param ground what the services stand on; the first three are servers that the others use to their end
 * @param services side by side
 */
record Parts(List<Component> ground, List<Component> services) {

    private static final int SERVERS = 3;

    Parts {
        ground = List.copyOf(ground);
        services = List.copyOf(services);
    }

    /** In the order of their start. */
    Stream<Component> all() {
        return Stream.concat(ground.stream(), services.stream());
    }

    Component named(String name) {
        return all().filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no component " + name + " among "
                        + all().map(Component::name).toList()));
    }

    /** Those that were ever started. */
    List<RunFile.Entry> entries() {
        var entries = new ArrayList<RunFile.Entry>();
        all().forEach(component -> component
                .process()
                .ifPresent(process -> entries.add(new RunFile.Entry(
                        component.name(),
                        process.pid(),
                        process.startedAt(),
                        component.ports(),
                        component.url(),
                        process.log().toString()))));
        return entries;
    }

    /** In the reverse order of the start. */
    void eachToStop(Consumer<Component> stop) {
        sideBySide(services, stop);
        sideBySide(ground.subList(SERVERS, ground.size()), stop);
        sideBySide(ground.subList(0, SERVERS), stop);
    }

    static <T> void sideBySide(List<T> all, Consumer<? super T> step) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var steps = all.stream()
                    .map(one -> CompletableFuture.runAsync(() -> step.accept(one), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(steps).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
