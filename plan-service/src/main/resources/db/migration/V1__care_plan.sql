create table care_plan (
    id         uuid primary key,
    patient_id uuid    not null,
    episode_id uuid    not null,
    ended      boolean not null,
    -- Number of the latest draft that was thrown away: nobody signs another draft by the number that they read.
    discarded  int     not null default 0
);
create index care_plan_by_episode on care_plan (episode_id);
create unique index one_plan_goes_on_in_an_episode on care_plan (episode_id) where not ended;

create table plan_version (
    plan_id        uuid        not null references care_plan on delete cascade,
    number         int         not null,
    state          varchar(12) not null,
    revision       int         not null,
    -- What a draft says so far, and the escalation that a decision opened it for.
    draft          jsonb,
    escalation_id  uuid,
    -- What was signed: never made again, never altered.
    content        bytea,
    signature      text,
    content_digest varchar(64),
    changes        int         not null default 0,
    since          timestamptz,
    primary key (plan_id, number),
    check ((state = 'DRAFT') = (draft is not null)),
    check ((state = 'DRAFT') = (content is null)),
    check ((content is null) = (signature is null) and (content is null) = (content_digest is null))
);
create unique index one_draft_of_a_plan on plan_version (plan_id) where state = 'DRAFT';
create unique index one_version_in_force on plan_version (plan_id) where state in ('IN_FORCE', 'PAUSED');

create function refuse_other_signed_bytes() returns trigger language plpgsql as $$
begin
    if old.content is not null
       and (new.content, new.signature, new.content_digest)
           is distinct from (old.content, old.signature, old.content_digest) then
        raise exception 'version % of plan % was signed and can not be altered', old.number, old.plan_id;
    end if;
    return new;
end $$;

create trigger signed_bytes_stay before update on plan_version
    for each row execute function refuse_other_signed_bytes();
