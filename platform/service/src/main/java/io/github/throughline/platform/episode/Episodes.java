package io.github.throughline.platform.episode;

import io.github.throughline.platform.security.CareRelations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The episodes as this service knows them from the topic. */
public interface Episodes extends CareRelations {

    Optional<Episode> find(UUID episodeId);

    /** The open episodes of a partner's patient, recognised by its HMAC. */
    List<Episode> openOf(String partner, String patientHmac);
}
