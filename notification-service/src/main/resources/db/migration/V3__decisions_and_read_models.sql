-- An escalation takes one decision. The note stays here.
create table decision (
    id            uuid primary key,
    escalation_id uuid          not null unique,
    episode_id    uuid          not null,
    kind          varchar(40)   not null,
    decided_by    varchar(255)  not null,
    recorded_by   varchar(255)  not null,
    note          varchar(2000),
    decided_at    timestamptz   not null,
    recorded_at   timestamptz   not null default clock_timestamp()
);
create index decision_by_episode on decision (episode_id);

-- Read models of outcome, verdict, checkin and plan, for showing them beside an escalation.
create table reading (
    id          uuid primary key,
    episode_id  uuid        not null,
    version     int         not null,
    measure     varchar(80) not null,
    observed_at timestamptz not null,
    value       float8,
    source      varchar(20) not null
);
create index reading_by_episode on reading (episode_id, measure, observed_at);

create table verdict (
    episode_id uuid        not null,
    measure    varchar(80) not null,
    version    int         not null,
    verdict    varchar(20) not null,
    since      timestamptz not null,
    primary key (episode_id, measure)
);

create table checkin (
    id         uuid primary key,
    episode_id uuid not null,
    week       int  not null
);
create index checkin_by_episode on checkin (episode_id);

create table plan_version (
    plan_id    uuid         not null,
    version    int          not null,
    episode_id uuid         not null,
    changes    int          not null,
    state      varchar(20)  not null,
    content    bytea        not null,
    digest     varchar(64)  not null,
    signature  text         not null,
    primary key (plan_id, version)
);
create index plan_version_by_episode on plan_version (episode_id);
