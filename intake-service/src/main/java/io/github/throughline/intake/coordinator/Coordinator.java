package io.github.throughline.intake.coordinator;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Somebody who receives escalations and holds the through-line.
 *
 * @param reference subject of their access tokens
 * @param active whether they take new episodes
 */
public record Coordinator(
        @NotNull @Pattern(regexp = REFERENCE, message = "letters, digits and . _ : - only, 100 at most")
        String reference,

        @NotBlank @Size(max = 200) String name,
        @NotNull @Email @Size(max = 320) String email,
        boolean active) {

    /** A reference travels on topics: neither a name nor a mail address fits into one. */
    public static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";
}
