package io.github.throughline.intake.recipient;

import io.github.throughline.intake.coordinator.Coordinator;
import io.github.throughline.intake.episode.Consent;
import io.github.throughline.intake.episode.Episode;
import io.github.throughline.intake.episode.Member;
import io.github.throughline.intake.patient.PartnerPatient;
import io.github.throughline.intake.patient.Patient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a member of the care team, or the patient, is reached, and whether they may be told: one answer, of one moment.
 *
 * @param role null: the patient
 * @param secret signing secret of a webhook; null: another channel
 * @param partnerPatient the partner's own id of the patient; null: unknown, or the member has no partner
 * @param permitted whether the patient's consent covers the category now, care time
 * @param permittedUntil first instant at which it no longer will; null: until withdrawn, or not permitted
 */
record Recipient(
        String member,
        Member.@Nullable Role role,
        Member.Kind kind,
        String name,
        Member.Channel channel,
        @Nullable String address,
        @Nullable String secret,
        @Nullable String partner,
        @Nullable String partnerPatient,
        boolean permitted,
        @Nullable Instant permittedUntil) {

    /** What concerns the patient may be told to the patient. */
    static Recipient of(Patient patient) {
        String email = patient.email();
        return new Recipient(
                patient.id().toString(),
                null,
                Member.Kind.PERSON,
                patient.name(),
                email == null ? Member.Channel.NONE : Member.Channel.EMAIL,
                email,
                null,
                null,
                null,
                true,
                null);
    }

    static Recipient of(Coordinator coordinator) {
        return new Recipient(
                coordinator.reference(),
                Member.Role.COORDINATOR,
                Member.Kind.PERSON,
                coordinator.name(),
                Member.Channel.EMAIL,
                coordinator.email(),
                null,
                null,
                null,
                true,
                null);
    }

    static Recipient of(
            Episode episode,
            Member member,
            @Nullable String secret,
            List<PartnerPatient> partnerPatients,
            Permission permission) {
        Optional<Consent> consent = episode.consent(member.reference(), permission.category(), permission.at());
        return new Recipient(
                member.reference(),
                member.role(),
                member.kind(),
                member.name(),
                member.channel(),
                member.address(),
                secret,
                member.partner(),
                partnerPatient(member, partnerPatients),
                consent.isPresent(),
                consent.map(Consent::until).orElse(null));
    }

    private static @Nullable String partnerPatient(Member member, List<PartnerPatient> partnerPatients) {
        return partnerPatients.stream()
                .filter(known -> known.partner().equals(member.partner()))
                .map(PartnerPatient::patient)
                .findFirst()
                .orElse(null);
    }

    /** What is to be permitted, and when. */
    record Permission(Consent.Category category, Instant at) {}

    /** Without name, address and secret. */
    @Override
    public String toString() {
        return "Recipient " + member;
    }
}
