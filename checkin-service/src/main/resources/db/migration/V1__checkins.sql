-- One row an episode. Whatever changes its check-ins or readings holds this row's lock, so that facts and answers can
-- not cross.
create table schedule (
    episode_id    uuid primary key,
    patient_id    uuid not null,
    plan_id       uuid,
    plan_version  int  not null default 0,
    next_week     int  not null default 0,
    running_since timestamptz,
    -- Care time of the next fact of any kind but missed; null: nothing is foreseen.
    due_at        timestamptz,
    -- Care time of the next missed check-in; it also waits for the partners' topics.
    missed_at     timestamptz,
    -- Machine time until which a row that failed is left alone, so that it does not hold up the others.
    held_until    timestamptz
);
create index schedule_by_due on schedule (due_at) where due_at is not null;
create index schedule_by_missed on schedule (missed_at) where missed_at is not null;

create table plan_version (
    plan_id        uuid        not null,
    plan_version   int         not null,
    episode_id     uuid        not null references schedule on delete cascade,
    change         int         not null,
    state          varchar(20) not null,
    since          timestamptz not null,
    content        bytea       not null,
    primary key (plan_id, plan_version)
);
create index plan_version_by_episode on plan_version (episode_id);

create table checkin (
    id            uuid primary key,
    episode_id    uuid        not null references schedule on delete cascade,
    plan_id       uuid        not null,
    plan_version  int         not null,
    week          int         not null,
    opens_at      timestamptz not null,
    ends_at       timestamptz not null,
    grace_seconds bigint      not null,
    grace_ends_at timestamptz not null,
    measures      jsonb       not null,
    answered      jsonb       not null,
    state         varchar(20) not null,
    version       int         not null
);
create index checkin_by_episode on checkin (episode_id, ends_at);
create index checkin_missed on checkin (grace_ends_at) where state = 'MISSED';

create table reading (
    id               uuid primary key,
    episode_id       uuid         not null references schedule on delete cascade,
    source           varchar(20)  not null,
    partner          varchar(40),
    record_id        varchar(200) not null,
    checkin_id       uuid,
    measure          varchar(60)  not null,
    observed_at      timestamptz  not null,
    measure_version  varchar(60)  not null,
    value            double precision,
    unscored_reason  varchar(60),
    safety_answers   jsonb        not null,
    version          int          not null,
    fingerprint      varchar(64)  not null
);
create index reading_by_time on reading (episode_id, observed_at);

-- Times of the instance that was the last to live: machine time and care time of one moment.
create table heartbeat (
    only_one   boolean primary key default true check (only_one),
    machine_at timestamptz not null,
    care_at    timestamptz not null
);

create table outage (
    id          uuid primary key,
    starts_at   timestamptz  not null,
    ends_at     timestamptz  not null,
    cause       varchar(20)  not null,
    declared_by varchar(255),
    recorded_at timestamptz  not null default clock_timestamp()
);
create index outage_by_end on outage (ends_at);
