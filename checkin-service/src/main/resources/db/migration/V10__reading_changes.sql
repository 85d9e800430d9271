-- When the reading was last recorded, machine time: whoever reads what is new asks by it. Whole milliseconds, as they read.
alter table reading add column updated_at timestamptz not null default date_trunc('milliseconds', clock_timestamp());
create index reading_by_change on reading (episode_id, updated_at);
