-- How many of the reminders (opened, ending, overdue) are behind a check-in, told or not.
alter table checkin add column reminders int not null default 0;

-- When the patient is not asked, e.g. for a holiday or a hospital stay: whole local days, the last one included.
create table pause (
    id           uuid primary key,
    episode_id   uuid         not null references schedule on delete cascade,
    first_day    date         not null,
    last_day     date         not null,
    reason       varchar(20)  not null,
    set_by       varchar(255) not null,
    -- Subject of whoever took it back; null: it stands.
    withdrawn_by varchar(255)
);
create index pause_by_episode on pause (episode_id);
