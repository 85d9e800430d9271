package io.github.throughline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.throughline.schemas.escalation.EscalationState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InSurroundings
class CareTeamChangeIT {

    private final Surroundings surroundings = Surroundings.shared();
    private final JdbcClient jdbc;
    private final ServiceClient service;

    CareTeamChangeIT(@LocalServerPort int port, @LocalManagementPort int managementPort, @Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.service = new ServiceClient(port, managementPort);
    }

    @Test
    void aSafetyAnswerOfAClosedEpisodeStaysOnTheWorklist() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.safetyAnswer());
        service.awaitState(facts, facts.coordinator(), "DELIVERED");

        // When
        surroundings.tell(facts.closed(2));

        // Then
        awaitEpisode(facts, 2);
        assertThat(worklist(facts.coordinator())).contains(facts.escalationId().toString());
    }

    @Test
    void aNewCoordinatorIsToldOfWhatIsOpenAndSeesWhoHoldsIt() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        surroundings.tell(facts.plateau(2, EscalationState.UPDATED));
        service.awaitNotice(facts, facts.coordinator(), n -> n.get("version").asInt() == 2);
        service.acknowledge(facts);
        var successor = "successor-" + facts.episodeId();
        surroundings.intake().knowsCoordinator(successor, successor + "@clinic.example");

        // When
        surroundings.tell(facts.handedTo(successor, 2));
        surroundings.tell(facts.handedTo(successor, 3));

        // Then
        service.awaitState(facts, successor, "DELIVERED");
        awaitEpisode(facts, 3);
        assertThat(service.notices(facts))
                .filteredOn(notice -> notice.get("recipient").asString().equals(successor))
                .extracting(notice -> notice.get("version").asInt())
                .containsExactly(2);
        assertThat(service.get("/escalations/" + facts.escalationId(), successor, "coordinator")
                        .body()
                        .at("/acknowledgement/by")
                        .asString())
                .isEqualTo(facts.coordinator());
    }

    @Test
    void aFormerCoordinatorIsToldOnlyHowItEnds() {
        // Given
        var facts = surroundings.patientWithCoordinator();
        surroundings.tell(facts.plateau(1, EscalationState.RAISED));
        service.awaitState(facts, facts.coordinator(), "DELIVERED");
        var successor = "successor-" + facts.episodeId();
        surroundings.tell(facts.handedTo(successor, 2));
        service.awaitState(facts, successor, "DELIVERED");

        // When
        surroundings.tell(facts.plateau(2, EscalationState.UPDATED));
        surroundings.tell(facts.plateau(3, EscalationState.RESOLVED));

        // Then
        service.awaitNotice(facts, facts.coordinator(), n -> n.get("version").asInt() == 3);
        assertThat(service.notices(facts))
                .filteredOn(notice -> notice.get("recipient").asString().equals(facts.coordinator()))
                .extracting(notice -> notice.get("version").asInt())
                .containsExactly(1, 3);
    }

    private String worklist(String coordinator) {
        return service.get("/escalations", coordinator, "coordinator").body().toString();
    }

    private void awaitEpisode(Facts facts, int version) {
        await().until(() -> jdbc.sql("select version from episode where id = :id")
                        .param("id", facts.episodeId())
                        .query(Integer.class)
                        .single()
                == version);
    }
}
