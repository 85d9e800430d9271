package io.github.throughline.stall.stream;

import io.github.throughline.signedplan.ContentDigest;
import io.github.throughline.stall.detection.EpisodeTrend;
import io.github.throughline.stall.detection.PlanTerms;
import io.github.throughline.stall.detection.TrendFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Trends, and the signed content of the plan versions that they cite, in one store: a trend under its episode's id, a
 * content under that, a slash and its digest. Of an erased episode nothing is kept but that it is.
 */
public final class TrendStore {

    private static final int PLANS_AT_HAND = 2_000;

    /** Stands in the place of a trend, whose first byte is never 0. */
    private static final byte[] ERASED = {0};

    private final KeptBytes store;
    private final PlanGate gate;
    private final Map<String, PlanTerms> plans = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PlanTerms> eldest) {
            return size() > PLANS_AT_HAND;
        }
    };

    public TrendStore(KeptBytes store, PlanGate gate) {
        this.store = store;
        this.gate = gate;
    }

    /** @throws StateUnreadable when it was written in a way that is not known here, or lacks a plan */
    public EpisodeTrend trend(UUID episodeId) {
        byte[] bytes = store.get(episodeId.toString());
        if (bytes == null) {
            return EpisodeTrend.begin(episodeId);
        }
        try {
            return TrendFormat.read(bytes, digest -> plan(episodeId, digest));
        } catch (RuntimeException e) {
            throw new StateUnreadable(e);
        }
    }

    public boolean isErased(UUID episodeId) {
        return Arrays.equals(store.get(episodeId.toString()), ERASED);
    }

    /** Lets go of all that is kept of an episode, for good: what still comes of it does not begin it anew. */
    void erase(UUID episodeId) {
        List<String> contents = store.keysFrom(episodeId + "/");
        contents.forEach(store::delete);
        contents.forEach(plans::remove);
        store.put(episodeId.toString(), ERASED);
    }

    /** Whether a plan's content, byte for byte, was found valid before and is kept. */
    boolean holds(UUID episodeId, byte[] content) {
        byte[] kept = store.get(key(episodeId, ContentDigest.of(content)));
        return kept != null && Arrays.equals(kept, content);
    }

    /** Keeps a plan's content for as long as the episode's trend cites it. */
    void put(UUID episodeId, PlanTerms terms, byte[] content) {
        store.put(key(episodeId, terms.digest()), content);
        plans.put(key(episodeId, terms.digest()), terms);
    }

    /** Keeps the trend after a change, and lets go of the plans that only the trend before it cited. */
    public void replace(EpisodeTrend before, EpisodeTrend after, Set<String> broughtPlans) {
        if (before == after && broughtPlans.isEmpty()) {
            return;
        }
        Set<String> cited = TrendFormat.plans(after);
        Set<String> former = TrendFormat.plans(before);
        former.addAll(broughtPlans);
        former.stream()
                .filter(digest -> !cited.contains(digest))
                .forEach(digest -> store.delete(key(after.episodeId(), digest)));
        store.put(after.episodeId().toString(), TrendFormat.write(after));
    }

    private PlanTerms plan(UUID episodeId, String digest) {
        return plans.computeIfAbsent(key(episodeId, digest), key -> {
            byte[] content = store.get(key);
            if (content == null) {
                throw new IllegalStateException("a plan version that a trend cites is not kept");
            }
            return gate.terms(content, digest);
        });
    }

    /** Of a plan's content. */
    public static String key(UUID episodeId, String digest) {
        return episodeId + "/" + digest;
    }

    /** Whether it is the key of a plan's content, and not of a trend. */
    public static boolean isPlan(String key) {
        return key.indexOf('/') >= 0;
    }
}
