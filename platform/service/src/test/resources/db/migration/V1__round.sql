create table round (
    id         uuid primary key,
    due_at     timestamptz not null,
    done_at    timestamptz,
    bad        boolean     not null default false
);
create table visit (id uuid primary key, ward int not null);
