-- Read model of throughline.escalation.v1, and who acknowledged.
create table escalation (
    id              uuid primary key,
    episode_id      uuid        not null,
    version         int         not null,
    severity        smallint    not null,
    open            boolean     not null,
    raised_at       timestamptz not null,
    changed_at      timestamptz not null,
    document        jsonb       not null,
    acknowledged_by varchar(255),
    acknowledged_at timestamptz
);
create index escalation_open on escalation (severity desc, raised_at desc) where open;
create index escalation_ended on escalation (changed_at desc) where not open;
create index escalation_by_episode on escalation (episode_id);

-- Each version is told once, however often it is delivered to us. planned_at is null until its notices exist.
create table escalation_version (
    escalation_id uuid not null,
    version       int  not null,
    episode_id    uuid not null,
    primary key (escalation_id, version)
);
create index escalation_version_by_episode on escalation_version (episode_id);
