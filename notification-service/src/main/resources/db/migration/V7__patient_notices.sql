-- What patients and caregivers are told. Expiry is care time, of a code machine time; the next try is machine time.
create table patient_notice (
    id           uuid primary key,
    episode_id   uuid         not null,
    holder       varchar(255) not null,
    kind         varchar(10)  not null,
    challenge_id uuid,
    expires_at   timestamptz  not null,
    state        varchar(20)  not null default 'PENDING',
    tries        int          not null default 0,
    next_try_at  timestamptz  not null default clock_timestamp(),
    -- What is said, from the first try to the end.
    text         text
);
create index patient_notice_due on patient_notice (next_try_at) where state = 'PENDING';
create index patient_notice_by_episode on patient_notice (episode_id);
