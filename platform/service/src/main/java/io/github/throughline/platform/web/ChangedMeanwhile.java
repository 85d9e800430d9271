package io.github.throughline.platform.web;

/** Somebody else changed it since the caller read it. */
public final class ChangedMeanwhile extends Problem {

    ChangedMeanwhile() {
        super(412, "CHANGED_MEANWHILE", "it was changed since you read it; read it again and repeat your change");
    }
}
