-- Who takes over when nobody answers: each version as it was written. The newest is used for what begins.
create table routing_policy (
    version    int          generated always as identity primary key,
    document   text         not null,
    author     varchar(255) not null,
    created_at timestamptz  not null
);

-- Where each open escalation that is not decided stands in its policy. All times are care time.
create table pursuit (
    escalation_id  uuid        primary key,
    episode_id     uuid        not null,
    policy_version int         not null,
    severity       varchar(20) not null,
    -- When its route was chosen.
    begun_at       timestamptz not null,
    -- 1, and one more each time that it was opened again or got worse.
    round          int         not null,
    -- The step that was taken last, from 0.
    step           int         not null,
    acknowledged   boolean     not null,
    -- Of the next step, or of being opened again; null: nothing is to come.
    due_at         timestamptz
);
create index pursuit_due on pursuit (due_at);
create index pursuit_by_episode on pursuit (episode_id);

-- Whom a step told: they may see the escalation, though they are not in the care team.
create table step_told (
    escalation_id uuid         not null,
    person        varchar(255) not null,
    episode_id    uuid         not null,
    primary key (escalation_id, person)
);
create index step_told_by_person on step_told (person);
create index step_told_by_episode on step_told (episode_id);
