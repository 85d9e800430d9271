package io.github.throughline.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call an endpoint. An endpoint without it is refused for everybody. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /** Any of these roles; empty: everybody who is signed in. */
    Role[] value();

    /** How the caller's relation to the patient is made sure of. */
    To to();

    /** What an endpoint touches. */
    enum To {
        /** The episode in the path variable {@code episodeId}: the caller must be in its care team, its patient, or a service. */
        EPISODE,
        /** Patient data that the endpoint's own query joins with the caller's relation; it takes a {@link Caller}. */
        RELATED,
        /** Patient data that a signed, expiring token in the address opens to one recipient; the endpoint checks it. */
        SIGNED_LINK,
        /** No patient data at all; the caller is signed in. */
        NO_PATIENT_DATA,
        /** No patient data, and open to everybody: only below {@code /.well-known/} and at {@code /fhir/metadata}. */
        PUBLIC
    }
}
