-- Care time, as people read it in the history.
alter table checkin_report rename column recorded_at to told_at;
alter table checkin_report alter column told_at drop default;
