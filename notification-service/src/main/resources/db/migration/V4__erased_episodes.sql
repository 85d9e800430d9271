-- Random ids of erased episodes; nothing leads from them to a person.
create table erased_episode (
    id        uuid primary key,
    erased_at timestamptz not null default clock_timestamp()
);
