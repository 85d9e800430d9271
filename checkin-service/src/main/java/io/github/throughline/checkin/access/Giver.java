package io.github.throughline.checkin.access;

/**
 * Who gives an answer.
 *
 * @param relation what they are in the episode
 * @param reference subject of their access token
 */
public record Giver(Relation relation, String reference) {

    /** What somebody who may answer is in an episode. */
    public enum Relation {
        PATIENT,
        CAREGIVER,
        /** Its coordinator, or one of those who treat in it. */
        CARE_TEAM
    }
}
