package io.github.throughline.intake.patient;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody tells about who a patient is. */
public record Particulars(
        @NotBlank @Size(max = 200) String name,
        @Nullable LocalDate birthDate,
        @Nullable @Email @Size(max = 320) String email,
        @Nullable @Size(min = 3, max = 40) String phone) {

    /** Without what they are: a patient's name must not reach a log by accident. */
    @Override
    public String toString() {
        return "Particulars";
    }
}
