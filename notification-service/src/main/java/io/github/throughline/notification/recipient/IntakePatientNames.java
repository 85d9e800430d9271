package io.github.throughline.notification.recipient;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks for all names of a page at once; a page never waits longer than the timeout for them. A page that refreshes itself
 * does not ask each time.
 */
@Component
class IntakePatientNames implements PatientNames, DisposableBean {

    private static final int AT_ONCE = 16;

    private record Known(String name, Instant until) {}

    private final HttpIntake intake;
    private final IntakeSettings settings;
    private final InstantSource machine;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore slots = new Semaphore(AT_ONCE);

    IntakePatientNames(HttpIntake intake, IntakeSettings settings, InstantSource machine) {
        this.intake = intake;
        this.settings = settings;
        this.machine = machine;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> episodeIds) {
        Map<UUID, String> names = remembered(episodeIds);
        List<UUID> episodes = episodeIds.stream()
                .distinct()
                .filter(id -> !names.containsKey(id))
                .toList();
        List<Callable<Optional<String>>> questions = episodes.stream()
                .<Callable<Optional<String>>>map(id -> () -> ask(id))
                .toList();
        try {
            var answers = threads.invokeAll(questions, settings.nameTimeout().toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < episodes.size(); i++) {
                UUID episode = episodes.get(i);
                answer(answers.get(i)).ifPresent(name -> names.put(episode, name));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return names;
    }

    private Map<UUID, String> remembered(Collection<UUID> episodeIds) {
        Instant now = machine.instant();
        known.values().removeIf(old -> !now.isBefore(old.until()));
        Map<UUID, String> names = new HashMap<>();
        for (UUID episodeId : episodeIds) {
            Known name = known.get(episodeId);
            if (name != null) {
                names.put(episodeId, name.name());
            }
        }
        return names;
    }

    private Optional<String> ask(UUID episodeId) throws InterruptedException {
        slots.acquire();
        try {
            Optional<String> name = intake.patientName(episodeId);
            name.ifPresent(told ->
                    known.put(episodeId, new Known(told, machine.instant().plus(settings.nameFreshness()))));
            return name;
        } finally {
            slots.release();
        }
    }

    private static Optional<String> answer(Future<Optional<String>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
