-- What is due in a plan, and when something of it falls due next; null: nothing will.
alter table care_plan
    add column followup jsonb not null default
        '{"reviewAt": null, "reviewDueSince": null, "dueBy": {}, "done": {}, "activities": [], "gaps": []}',
    add column due_at timestamptz;
create index care_plan_by_due on care_plan (due_at) where due_at is not null;

-- A version that is told again because of what is due has not moved.
create or replace function keep_movement() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state = new.state and old.since = new.since then
        return null;
    end if;
    insert into plan_movement (plan_id, number, change, state, since, recorded_at)
    values (new.plan_id, new.number, new.changes, new.state, new.since, now())
    on conflict do nothing;
    return null;
end $$;
