package io.github.throughline.intake.erasure;

import static io.github.throughline.platform.security.Allow.To.RELATED;
import static io.github.throughline.platform.security.Role.INTAKE;
import static io.github.throughline.platform.security.Role.OPERATOR;
import static io.github.throughline.platform.security.Role.PATIENT;

import io.github.throughline.intake.patient.PatientId;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes a patient's wish to be forgotten: from themselves, or through who took them in or the operators. */
@RestController
class ErasureController {

    private final PatientErasure erasure;

    ErasureController(PatientErasure erasure) {
        this.erasure = erasure;
    }

    @DeleteMapping("/patients/{patientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(
            value = {PATIENT, INTAKE, OPERATOR},
            to = RELATED)
    public void erase(@PathVariable PatientId patientId, Caller caller) {
        erasure.erase(patientId, caller);
    }
}
