package io.github.throughline.sandbox.client;

/** Everything that people and partners use to reach the system. */
public final class Clients implements AutoCloseable {

    private final Rest rest;
    private final Intake intake;
    private final Consents consents;
    private final Plans plans;
    private final Checkins checkins;
    private final Escalations escalations;
    private final PartnerTopics partners;

    public Clients(Endpoints endpoints, Tokens tokens) {
        rest = new Rest(endpoints, tokens);
        intake = new Intake(rest);
        consents = new Consents(rest);
        plans = new Plans(rest);
        checkins = new Checkins(rest);
        escalations = new Escalations(rest);
        partners = new PartnerTopics(endpoints);
    }

    public Intake intake() {
        return intake;
    }

    public Consents consents() {
        return consents;
    }

    public Plans plans() {
        return plans;
    }

    public Checkins checkins() {
        return checkins;
    }

    public Escalations escalations() {
        return escalations;
    }

    public PartnerTopics partners() {
        return partners;
    }

    /** How often a request had to be sent again because nobody was at home, or overloaded. */
    public long retries() {
        return rest.retries();
    }

    @Override
    public void close() {
        partners.close();
    }
}
