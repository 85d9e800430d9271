-- Number of the latest draft that was thrown away: nobody signs another draft by the number that they read.
alter table care_plan add column discarded int not null default 0;
