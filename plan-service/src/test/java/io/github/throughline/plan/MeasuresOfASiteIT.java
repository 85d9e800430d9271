package io.github.throughline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.throughline.testkit.measures.SiteMeasure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file in a mounted folder is all that it takes. */
class MeasuresOfASiteIT extends PlanScene {

    MeasuresOfASiteIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aMeasureFromAMountedFolderCanBePlanned() {
        // Given
        Heard heard = openEpisode();

        // When
        var signed = sign(heard, draft(heard, """
                {"measures": [{"measure": "%s"}], "goals": [{"measure": "%s", "target": 8}]}
                """.formatted(SiteMeasure.ID, SiteMeasure.ID)));

        // Then
        assertThat(signed.at("/content/measures/0/measure").asString()).isEqualTo(SiteMeasure.ID);
        assertThat(signed.at("/content/measures/0/terms/measurementError/value").asDouble())
                .isEqualTo(2);
    }
}
