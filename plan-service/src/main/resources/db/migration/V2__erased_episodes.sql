-- Random ids of erased episodes: a draft that was under way must not bring them back.
create table erased_episode (
    episode_id uuid primary key
);
