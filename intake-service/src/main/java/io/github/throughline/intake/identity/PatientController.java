package io.github.throughline.intake.identity;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.COORDINATOR;
import static io.github.throughline.platform.security.Role.INTAKE;
import static io.github.throughline.platform.security.Role.PATIENT;

import io.github.throughline.intake.patient.Particulars;
import io.github.throughline.intake.patient.PartnerPatient;
import io.github.throughline.intake.patient.Patient;
import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.web.VersionTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who a patient is. The ETag is the version; every change needs it as If-Match, and answers nothing but the next one. */
@RestController
@RequestMapping("/patients/{patientId}")
class PatientController {

    record PatientView(
            PatientId patientId,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String email,
            @Nullable String phone,
            List<PartnerPatient> partnerPatients,
            int version) {

        static PatientView of(PatientIdentity.Known known) {
            Patient patient = known.patient();
            return new PatientView(
                    patient.id(),
                    patient.name(),
                    patient.birthDate(),
                    patient.email(),
                    patient.phone(),
                    known.partnerPatients(),
                    patient.version());
        }
    }

    record PartnerPatientsRequest(
            @NotNull @Size(max = PartnerPatient.MOST) List<@Valid @NotNull PartnerPatient> partnerPatients) {}

    private final PatientIdentity identity;

    PatientController(PatientIdentity identity) {
        this.identity = identity;
    }

    @GetMapping
    @Allow(
            value = {INTAKE, COORDINATOR, PATIENT},
            to = RELATED)
    public ResponseEntity<PatientView> one(@PathVariable PatientId patientId, Caller caller) {
        PatientView view = PatientView.of(identity.known(patientId, caller));
        return ResponseEntity.ok().eTag(VersionTag.of(view.version())).body(view);
    }

    /** Completes or corrects who the patient is. */
    @PutMapping
    @Allow(
            value = {INTAKE, COORDINATOR, PATIENT},
            to = RELATED)
    public ResponseEntity<Void> correct(
            @PathVariable PatientId patientId,
            @Valid @RequestBody Particulars particulars,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(identity.correct(patientId, particulars, caller, ifMatch));
    }

    /** Corrects what partners call the patient. */
    @PutMapping("/partner-patients")
    @Allow(
            value = {INTAKE, COORDINATOR},
            to = RELATED)
    public ResponseEntity<Void> correctPartnerPatients(
            @PathVariable PatientId patientId,
            @Valid @RequestBody PartnerPatientsRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return changed(identity.correctPartnerPatients(patientId, request.partnerPatients(), caller, ifMatch));
    }

    private static ResponseEntity<Void> changed(Patient patient) {
        return ResponseEntity.noContent().eTag(VersionTag.of(patient.version())).build();
    }
}
