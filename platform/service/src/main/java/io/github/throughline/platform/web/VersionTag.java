package io.github.throughline.platform.web;

import org.jspecify.annotations.Nullable;

/** The entity tag of something that counts its changes: the count in quotes (RFC 9110, section 8.8.3). */
public final class VersionTag {

    private VersionTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change that was made on another version than the current one.
     *
     * @param ifMatch the header If-Match; null or *: the caller takes any version
     * @throws ChangedMeanwhile when it names another version
     */
    public static void check(@Nullable String ifMatch, int current) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(of(current))) {
            throw new ChangedMeanwhile();
        }
    }

    /**
     * The same where the caller must say on which version the change was made.
     *
     * @throws VersionNotSaid without the header If-Match
     */
    public static void require(@Nullable String ifMatch, int current) {
        if (ifMatch == null) {
            throw new VersionNotSaid();
        }
        check(ifMatch, current);
    }
}
