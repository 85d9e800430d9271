package io.github.throughline.intake.recipient;

import static io.github.throughline.platform.security.Allow.To.EPISODE;
import static io.github.throughline.platform.security.Role.SERVICE;

import io.github.throughline.intake.episode.Consent;
import io.github.throughline.intake.episode.EpisodeId;
import io.github.throughline.platform.security.Allow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For services only, and at the moment of sending or showing: nobody keeps what is answered here. */
@RestController
@RequestMapping("/episodes/{episodeId}")
class RecipientController {

    record PatientName(String name) {}

    private final RecipientReading reading;

    RecipientController(RecipientReading reading) {
        this.reading = reading;
    }

    @GetMapping("/recipients/{member}")
    @Allow(value = SERVICE, to = EPISODE)
    public Recipient recipient(
            @PathVariable EpisodeId episodeId, @PathVariable String member, @RequestParam Consent.Category category) {
        return reading.recipient(episodeId, member, category);
    }

    /** For the coordinator's console alone. */
    @GetMapping("/patient")
    @Allow(value = SERVICE, to = EPISODE)
    public PatientName patient(@PathVariable EpisodeId episodeId) {
        return new PatientName(reading.patient(episodeId).name());
    }
}
