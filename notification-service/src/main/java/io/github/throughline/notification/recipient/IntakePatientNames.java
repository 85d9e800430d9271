package io.github.throughline.notification.recipient;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks for all names of a page at once; a page never waits longer than the timeout for them. */
@Component
class IntakePatientNames implements PatientNames, DisposableBean {

    private static final int AT_ONCE = 16;

    private final HttpIntake intake;
    private final IntakeSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore slots = new Semaphore(AT_ONCE);

    IntakePatientNames(HttpIntake intake, IntakeSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> episodeIds) {
        List<UUID> episodes = episodeIds.stream().distinct().toList();
        List<Callable<Optional<String>>> questions = episodes.stream()
                .<Callable<Optional<String>>>map(id -> () -> ask(id))
                .toList();
        Map<UUID, String> names = new HashMap<>();
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

    private Optional<String> ask(UUID episodeId) throws InterruptedException {
        slots.acquire();
        try {
            return intake.patientName(episodeId);
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
