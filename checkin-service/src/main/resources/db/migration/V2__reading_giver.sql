-- Subject of whoever gave the reading; null: a partner, or recorded before this was kept.
alter table reading add column giver varchar(255);
