package io.github.throughline.platform.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the platform's own, which is built after this module. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    To to();

    enum To {
        EPISODE,
        RELATED,
        NO_PATIENT_DATA
    }
}
