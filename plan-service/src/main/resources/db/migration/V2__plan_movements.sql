-- Where each signed version stood, and from when on: the plan can be read as of any day.
create table plan_movement (
    plan_id     uuid        not null references care_plan on delete cascade,
    number      int         not null,
    change      int         not null,
    state       varchar(12) not null,
    since       timestamptz not null,
    recorded_at timestamptz not null,
    primary key (plan_id, number, change)
);

create function keep_movement() returns trigger language plpgsql as $$
begin
    insert into plan_movement (plan_id, number, change, state, since, recorded_at)
    values (new.plan_id, new.number, new.changes, new.state, new.since, now())
    on conflict do nothing;
    return null;
end $$;

create trigger movements_are_kept after insert or update on plan_version
    for each row when (new.state <> 'DRAFT') execute function keep_movement();
