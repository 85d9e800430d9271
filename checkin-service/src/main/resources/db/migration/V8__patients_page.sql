-- What the holder of a link has answered so far, as the page wrote it.
create table page_draft (
    checkin_id uuid         not null references checkin on delete cascade,
    holder     varchar(255) not null,
    episode_id uuid         not null references schedule on delete cascade,
    content    text         not null,
    primary key (checkin_id, holder)
);

-- Submissions of the page, so that one that is sent again is known.
create table page_submission (
    key        uuid primary key,
    checkin_id uuid not null references checkin on delete cascade,
    episode_id uuid not null references schedule on delete cascade,
    -- Whether somebody should look after an answer at once.
    safety     boolean not null
);

-- One-time codes; the code itself is made from the id. Machine time.
create table trend_challenge (
    id         uuid primary key,
    episode_id uuid         not null references schedule on delete cascade,
    holder     varchar(255) not null,
    asked_at   timestamptz  not null,
    tries      int          not null default 0,
    used       boolean      not null default false
);
create index trend_challenge_by_holder on trend_challenge (episode_id, holder, asked_at);
