package io.github.throughline.stall.stream.rebuild;

import java.util.Collection;

/**
 * Whose state is made anew.
 *
 * @param id the group of all instances
 * @param store name of its store
 * @param sources topics that it reads side by side
 * @param published topics that it writes
 */
record RebuiltApplication(String id, String store, Collection<String> sources, Collection<String> published) {

    String changelog() {
        return "%s-%s-changelog".formatted(id, store);
    }
}
