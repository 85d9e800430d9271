package io.github.throughline.sandbox.client;

/** Everything that people and partners use to reach the system. */
public final class Clients implements AutoCloseable {

    private final Intake intake;
    private final Plans plans;
    private final Checkins checkins;
    private final Escalations escalations;
    private final PartnerTopics partners;

    public Clients(Endpoints endpoints, Tokens tokens) {
        var rest = new Rest(endpoints, tokens);
        intake = new Intake(rest);
        plans = new Plans(rest);
        checkins = new Checkins(rest);
        escalations = new Escalations(rest);
        partners = new PartnerTopics(endpoints);
    }

    public Intake intake() {
        return intake;
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

    @Override
    public void close() {
        partners.close();
    }
}
