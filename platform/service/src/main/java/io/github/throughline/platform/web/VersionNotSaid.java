package io.github.throughline.platform.web;

/** A change that must name the version it was made on does not. */
public final class VersionNotSaid extends Problem {

    VersionNotSaid() {
        super(428, "IF_MATCH_REQUIRED", "send the ETag that you read as the header If-Match");
    }
}
