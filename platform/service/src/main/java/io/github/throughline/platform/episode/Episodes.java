package io.github.throughline.platform.episode;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.CareRelations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The episodes as this service knows them from the topic. */
public interface Episodes extends CareRelations {

    Optional<Episode> find(UUID episodeId);

    /** Those of them that are known, by their id. */
    Map<UUID, Episode> find(Set<UUID> episodeIds);

    /**
     * The episodes that the caller is related to: as their patient or in their care team.
     *
     * @param patientId of this patient alone; null: of all
     */
    List<Episode> relatedTo(Caller caller, @Nullable UUID patientId);

    /** The open episodes of a partner's patient, recognised by its HMAC. */
    List<Episode> openOf(String partner, String patientHmac);

    /**
     * Whether nothing of it may be kept any more; to be asked before anything of the episode is locked or written. Topics
     * are read side by side, so a fact can come after the erasure that it preceded. Until the caller's transaction ends
     * the answer stays true and {@link #find} finds the same: what changes or erases the episode waits for it.
     */
    boolean isErased(UUID episodeId);
}
