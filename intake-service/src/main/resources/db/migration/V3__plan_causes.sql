-- The work that a plan has caused and that is not settled: what a later event of the plan says no more is done.
create table plan_cause (
    plan_id    uuid not null,
    cause_id   uuid not null,
    episode_id uuid not null references care_episode on delete cascade,
    primary key (plan_id, cause_id)
);
