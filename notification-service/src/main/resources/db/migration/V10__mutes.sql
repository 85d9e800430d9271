-- Who chose not to be told of a patient's stalls, until when and why. Times are care time. Kept when they are over.
create table mute (
    id         uuid         primary key,
    episode_id uuid         not null,
    person     varchar(255) not null,
    -- Null: of every kind.
    rule       varchar(40),
    reason     varchar(500) not null,
    from_at    timestamptz  not null,
    until_at   timestamptz  not null,
    ended_at   timestamptz
);
create index mute_by_episode on mute (episode_id, person);
