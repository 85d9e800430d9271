package io.github.throughline.plan;

import static io.github.throughline.plan.PlanClient.COORDINATOR;
import static io.github.throughline.plan.PlanClient.PHYSICIAN;
import static io.github.throughline.plan.PlanClient.bytes;
import static io.github.throughline.plan.PlanClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.throughline.platform.fhir.FhirJson;
import io.github.throughline.signedplan.PlanVerifier;
import io.github.throughline.signedplan.SignatureCheck;
import io.github.throughline.testkit.fhir.FhirValidation;
import io.github.throughline.testkit.security.TestTokens;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class FhirPlansIT extends PlanScene {

    FhirPlansIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        super(port, jdbc);
    }

    @Test
    void everySignedVersionIsACarePlanThatStandsAsItStands() {
        // Given
        Heard heard = openEpisode();
        JsonNode first = signedPlan(heard);
        JsonNode second = sign(heard, nextDraft(heard, first));
        pause(heard);
        nextDraft(heard, first);

        // When
        List<CarePlan> plans = all(CarePlan.class, "/CarePlan?_count=1&patient=" + heard.patientId());

        // Then
        assertThat(plans)
                .hasSize(2)
                .extracting(CarePlan::getStatus)
                .containsExactlyInAnyOrder(CarePlanStatus.REVOKED, CarePlanStatus.ONHOLD);
        CarePlan now = read(CarePlan.class, "/CarePlan/" + id(second));
        assertThat(now.getStatus()).isEqualTo(CarePlanStatus.ONHOLD);
        assertThat(now.getReplacesFirstRep().getReference()).isEqualTo("CarePlan/" + id(first));
        assertThat(now.getAuthor().getIdentifier().getValue()).isEqualTo("dr-osei");
        assertThat(now.getGoal())
                .isNotEmpty()
                .allSatisfy(goal -> assertThat(
                                read(Goal.class, "/" + goal.getReference()).getLifecycleStatus())
                        .isEqualTo(GoalLifecycleStatus.ONHOLD));
        assertThat(now.getActivity())
                .flatExtracting(activity -> activity.getDetail().getInstantiatesCanonical())
                .extracting(canonical -> canonical.getValueAsString())
                .contains("urn:throughline:questionnaire:NPRS|1");
        assertThat(now.getActivity())
                .extracting(activity -> activity.getDetail().getKind())
                .contains(CarePlan.CarePlanActivityKind.TASK);
        String ofPatient = "?patient=" + heard.patientId();
        assertThat(all(CarePlan.class, "/CarePlan" + ofPatient + "&status=on-hold"))
                .hasSize(1);
        assertThat(all(CarePlan.class, "/CarePlan" + ofPatient + "&date=lt2020"))
                .isEmpty();
        assertThat(all(CarePlan.class, "/CarePlan" + ofPatient + "&_lastUpdated=gt2020"))
                .hasSize(2);
        assertThat(all(Goal.class, "/Goal" + ofPatient + "&lifecycle-status=cancelled"))
                .isNotEmpty();
        assertThat(all(Goal.class, "/Goal" + ofPatient + "&target-date=lt2020")).isEmpty();
    }

    @Test
    void aSignatureIsCheckedByWhatFhirTellsAlone() throws ParseException {
        // Given
        Heard heard = openEpisode();
        JsonNode plan = signedPlan(heard);

        // When
        Provenance provenance =
                all(Provenance.class, "/Provenance?target=CarePlan/" + id(plan)).getFirst();

        // Then
        var targets = provenance.getTarget().stream()
                .map(target -> target.getReference())
                .toList();
        assertThat(targets).containsExactly("CarePlan/" + id(plan), "Binary/" + id(plan));
        byte[] signed = read(Binary.class, "/" + targets.getLast()).getData();
        String jws = new String(provenance.getSignatureFirstRep().getData(), UTF_8);
        var keys = JWKSet.parse(new String(bytes(client.getOpenly("/.well-known/jwks.json")), UTF_8));
        assertThat(new PlanVerifier(keys).check(signed, jws)).isEqualTo(new SignatureCheck.Valid("plan-key"));
        signed[signed.length / 2] ^= 1;
        assertThat(new PlanVerifier(keys).check(signed, jws)).isEqualTo(new SignatureCheck.Invalid("altered-content"));
        assertThat(all(Provenance.class, "/Provenance?recorded=gt2020&patient=" + heard.patientId()))
                .hasSize(1);
        assertThat(read(Provenance.class, "/Provenance/" + id(plan))
                        .getSignatureFirstRep()
                        .getWho()
                        .getIdentifier()
                        .getValue())
                .isEqualTo("dr-osei");
    }

    @Test
    void theCareTeamIsToldByReferencesAlone() {
        // Given
        Heard heard = openEpisode();

        // When
        CareTeam team =
                all(CareTeam.class, "/CareTeam?patient=" + heard.patientId()).getFirst();

        // Then
        assertThat(team.getIdPart()).isEqualTo(heard.episodeId().toString());
        assertThat(team.getParticipant())
                .extracting(
                        participant -> participant.getMember().getIdentifier().getValue())
                .containsExactly("coordinator-a", "dr-osei", "therapist-kim", "pcp-berg");
        assertThat(read(CareTeam.class, "/CareTeam/" + heard.episodeId()).getParticipant())
                .hasSameSizeAs(team.getParticipant());
    }

    @Test
    void whoMayNotReadThePlanFindsNothing() {
        // Given
        Heard heard = openEpisode();
        JsonNode plan = signedPlan(heard);
        String patient = "?patient=" + heard.patientId();

        for (String bearer : List.of(
                TestTokens.bearer("dr-nobody", "physician"),
                TestTokens.bearer("pcp-berg", "physician"),
                TestTokens.bearer("checkin-service", "service"),
                TestTokens.bearer(UUID.randomUUID().toString(), "patient"))) {
            for (String path : List.of(
                    "/CarePlan/" + id(plan),
                    "/Goal/" + id(plan) + ".g1",
                    "/Provenance/" + id(plan),
                    "/Binary/" + id(plan),
                    "/CareTeam/" + heard.episodeId())) {
                // When
                var answer = client.get("/fhir" + path, bearer);

                // Then
                answer.expectStatus().isNotFound();
                assertThat(valid(OperationOutcome.class, bytes(answer))
                                .getIssueFirstRep()
                                .getDetails()
                                .getCodingFirstRep()
                                .getCode())
                        .isEqualTo("RESOURCE_NOT_FOUND");
            }
            for (String type : List.of("/CarePlan", "/Goal", "/Provenance", "/CareTeam")) {
                assertThat(valid(Bundle.class, bytes(client.get("/fhir" + type + patient, bearer)))
                                .getEntry())
                        .isEmpty();
            }
            assertThat(valid(Bundle.class, bytes(client.get("/fhir/Provenance?target=" + id(plan), bearer)))
                            .getEntry())
                    .isEmpty();
        }
        client.getOpenly("/fhir/CarePlan" + patient).expectStatus().isUnauthorized();
        client.get("/fhir/CarePlan", PHYSICIAN).expectStatus().isBadRequest();
        client.get("/fhir/Patient/1", PHYSICIAN).expectStatus().isNotFound();
        assertThat(valid(CapabilityStatement.class, bytes(client.getOpenly("/fhir/metadata")))
                        .getRestFirstRep()
                        .getResource())
                .hasSize(5);
    }

    private JsonNode nextDraft(Heard heard, JsonNode plan) {
        var answer = client.post(heard.plans() + "/" + plan.get("planId").asString() + "/versions", COORDINATOR, "{}");
        answer.expectStatus().isCreated();
        return json(answer);
    }

    private static String id(JsonNode version) {
        return version.get("planId").asString() + "." + version.get("version").asInt();
    }

    private <T extends Resource> T read(Class<T> type, String path) {
        var answer = client.get("/fhir" + path, PHYSICIAN);
        answer.expectStatus().isOk();
        return valid(type, bytes(answer));
    }

    /** Every resource that a search finds, page by page. */
    private <T extends Resource> List<T> all(Class<T> type, String path) {
        var all = new ArrayList<T>();
        String next = path;
        while (next != null) {
            Bundle page = read(Bundle.class, next);
            page.getEntry().forEach(entry -> all.add(type.cast(entry.getResource())));
            URI link = page.getLink("next") == null
                    ? null
                    : URI.create(page.getLink("next").getUrl());
            next = link == null ? null : link.getPath().substring("/fhir".length()) + "?" + link.getQuery();
        }
        return all;
    }

    private static <T extends Resource> T valid(Class<T> type, byte[] json) {
        assertThat(FhirValidation.faults(json)).isEmpty();
        return FhirJson.read(type, json);
    }
}
