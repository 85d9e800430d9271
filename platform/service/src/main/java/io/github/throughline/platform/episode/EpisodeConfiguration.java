package io.github.throughline.platform.episode;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The read model of episodes, for services that set {@code throughline.episodes.follow=true}. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnProperty("throughline.episodes.follow")
public class EpisodeConfiguration {

    @Bean
    JdbcEpisodes episodes(JdbcClient jdbc, JsonMapper json) {
        return new JdbcEpisodes(jdbc, json);
    }

    @Bean
    EpisodeListener episodeListener(JdbcEpisodes episodes, ApplicationEventPublisher changes) {
        return new EpisodeListener(episodes, changes);
    }
}
