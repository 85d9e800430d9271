package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.bytes;
import static io.github.throughline.plan.PlanClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was signed can not be altered in silence, not even by somebody who owns the database. */
class TamperedRowIT extends PlanScene {

    private static final String ALTER = """
            update plan_version set content = convert_to(
                replace(convert_from(content, 'UTF8'), '"target":3.0', '"target":9.0'), 'UTF8')
            where plan_id in (select id from care_plan where episode_id = ?) and content is not null
            """;

    TamperedRowIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void aRowThatIsAlteredByHandIsSeenInWhatIsServedAndInWhatIsPublished() throws ParseException {
        // Given
        Heard heard = openEpisode();
        String version = versionPath(heard, signedPlan(heard));
        assertThat(check(version)).isInstanceOf(SignatureCheck.Valid.class);

        // When
        assertThatThrownBy(() -> jdbc.sql(ALTER).param(heard.episodeId()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("can not be altered");
        jdbc.sql("alter table plan_version disable trigger signed_bytes_stay").update();
        int altered = jdbc.sql(ALTER).param(heard.episodeId()).update();
        jdbc.sql("alter table plan_version enable trigger signed_bytes_stay").update();
        pause(heard);

        // Then
        assertThat(altered).isEqualTo(1);
        assertThat(check(version)).isEqualTo(new SignatureCheck.Invalid("altered-content"));
        var published = events(heard, 2).getLast();
        assertThat(verifier().check(bytesOf(published.getContent()), published.getSignature()))
                .isEqualTo(new SignatureCheck.Invalid("altered-content"));
    }

    private SignatureCheck check(String version) throws ParseException {
        return verifier()
                .check(
                        bytes(client.get(version + "/content", PHYSICIAN)),
                        json(client.get(version, PHYSICIAN)).get("signature").asString());
    }

    private PlanVerifier verifier() throws ParseException {
        return new PlanVerifier(
                JWKSet.parse(json(client.getOpenly("/.well-known/jwks.json")).toString()));
    }
}
