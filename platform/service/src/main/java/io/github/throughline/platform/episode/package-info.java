/** The read model of episodes that services keep from intake-service's topic. Changing an episode is intake-service's alone. */
@NullMarked
package io.github.throughline.platform.episode;

import org.jspecify.annotations.NullMarked;
