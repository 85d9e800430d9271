-- Answers by item id, as they were given; empty: only a total was. They are needed to correct one of them, and to show a
-- clinician what a total was made of.
alter table reading add column answers jsonb not null default '{}';
