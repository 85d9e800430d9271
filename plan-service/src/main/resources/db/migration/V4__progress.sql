-- What the topics tell of a plan's progress; of each thing the highest version.
create table reading (
    id          uuid primary key,
    episode_id  uuid        not null,
    version     int         not null,
    measure     varchar(60) not null,
    observed_at timestamptz not null,
    value       double precision
);
create index reading_by_episode on reading (episode_id, observed_at);

create table checkin (
    id         uuid primary key,
    episode_id uuid not null,
    plan_id    uuid not null,
    version    int  not null
);
create index checkin_by_plan on checkin (plan_id);
create index checkin_by_episode on checkin (episode_id);

create table adherence (
    checkin_id uuid        not null references checkin on delete cascade,
    week       int         not null,
    activity   varchar(80) not null,
    done       int         not null,
    planned    int         not null,
    primary key (checkin_id, activity)
);
