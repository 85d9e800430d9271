-- Notices by whose link somebody acknowledged: each is good for once.
create table used_link (
    notice_id uuid        primary key,
    used_at   timestamptz not null
);
