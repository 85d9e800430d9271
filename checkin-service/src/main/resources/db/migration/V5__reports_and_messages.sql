-- What was reported with a check-in, one row for each version: what a correction replaces stays on record.
create table checkin_report (
    checkin_id  uuid         not null references checkin on delete cascade,
    version     int          not null,
    answered_at timestamptz  not null,
    report      jsonb        not null,
    told_by     varchar(255) not null,
    -- Why it was corrected; null: it is the submission.
    reason      varchar(500),
    recorded_at timestamptz  not null default clock_timestamp(),
    primary key (checkin_id, version)
);

-- Messages to the coordinator. Their text stands here alone.
create table message (
    id         uuid primary key,
    episode_id uuid          not null references schedule on delete cascade,
    written_at timestamptz   not null,
    author     varchar(255)  not null,
    text       varchar(2000) not null
);
create index message_by_episode on message (episode_id);

-- What a reading was before each of its corrections.
create table replaced_reading (
    reading_id      uuid        not null references reading on delete cascade,
    version         int         not null,
    observed_at     timestamptz not null,
    measure_version varchar(60) not null,
    value           double precision,
    unscored_reason varchar(60),
    safety_answers  jsonb       not null,
    answers         jsonb       not null,
    replaced_at     timestamptz not null default clock_timestamp(),
    primary key (reading_id, version)
);

create function keep_replaced_reading() returns trigger language plpgsql as $$
begin
    insert into replaced_reading (reading_id, version, observed_at, measure_version, value, unscored_reason,
        safety_answers, answers)
    values (old.id, old.version, old.observed_at, old.measure_version, old.value, old.unscored_reason,
        old.safety_answers, old.answers)
    on conflict do nothing;
    return new;
end $$;

create trigger replaced_readings_are_kept before update on reading
    for each row when (old.version < new.version) execute function keep_replaced_reading();
