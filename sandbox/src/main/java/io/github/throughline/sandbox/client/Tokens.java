package io.github.throughline.sandbox.client;

/** Access tokens of the people who take part. */
@FunctionalInterface
public interface Tokens {

    /**
     * A token that is good for at least the next minute.
     *
     * @param subject reference of a member of the care team, or a patient's id
     * @param role as the claim {@code roles} names it, e.g. coordinator
     */
    String token(String subject, String role);
}
