package io.github.throughline.plan.fhir;

import io.github.throughline.platform.episode.Episode;
import io.github.throughline.platform.fhir.FhirSystems;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Meta;

/** The people and organisations around an episode, by their references; who they are is intake-service's to tell. */
final class FhirCareTeams {

    private FhirCareTeams() {}

    static CareTeam of(Episode episode) {
        var team = new CareTeam()
                .setStatus(episode.isOpen() ? CareTeamStatus.ACTIVE : CareTeamStatus.INACTIVE)
                .setSubject(FhirSystems.patient(episode.patientId()));
        team.setId(episode.id().toString());
        team.setMeta(new Meta()
                .setVersionId(String.valueOf(episode.version()))
                .setLastUpdated(Date.from(episode.changedAt().truncatedTo(ChronoUnit.MILLIS))));
        team.addExtension(FhirSystems.episode(episode.id()));
        episode.careTeam().forEach(member -> team.addParticipant(participant(member)));
        return team;
    }

    private static CareTeamParticipantComponent participant(Episode.Member member) {
        var participant = new CareTeamParticipantComponent()
                .setMember(FhirSystems.member(member.reference()).setType(type(member)));
        participant.addRole(FhirSystems.coded(FhirSystems.ROLE, member.role()));
        return participant;
    }

    private static String type(Episode.Member member) {
        if (member.organisation()) {
            return "Organization";
        }
        return member.role().equals("caregiver") ? "RelatedPerson" : "Practitioner";
    }
}
