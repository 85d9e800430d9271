-- Escalation versions whose episode or coordinator is not known yet.
create table untold_version (
    escalation_id uuid        not null,
    version       int         not null,
    episode_id    uuid        not null,
    kind          varchar(20) not null,
    severity      varchar(20) not null,
    primary key (escalation_id, version)
);
create index untold_version_by_episode on untold_version (episode_id);

-- One message to one recipient. The id follows from (escalation, version, recipient, audience, kind): made twice, it is the same row.
create table notice (
    id                 uuid primary key,
    seq                bigint generated always as identity unique,
    escalation_id      uuid         not null,
    escalation_version int          not null,
    episode_id         uuid         not null,
    kind               varchar(20)  not null,
    severity           varchar(20)  not null,
    audience           varchar(20)  not null,
    recipient          varchar(255) not null,
    channel            varchar(20),
    state              varchar(20)  not null,
    reason             varchar(80),
    release_at         timestamptz  not null,
    attempts           int          not null default 0,
    next_attempt_at    timestamptz  not null,
    lease              uuid,
    leased_until       timestamptz,
    body               bytea,
    created_at         timestamptz  not null,
    created_care_at    timestamptz  not null,
    ended_at           timestamptz,
    ended_care_at      timestamptz
);
create index notice_pending on notice (next_attempt_at) where state = 'PENDING';
create index notice_waiting on notice (release_at) where state = 'WAITING';
create index notice_by_escalation on notice (escalation_id, recipient);
create index notice_by_episode on notice (episode_id);

-- Last known address of each coordinator, so that nobody waits for intake-service to tell a coordinator.
create table coordinator_address (
    reference  varchar(255) primary key,
    name       varchar(255) not null,
    email      varchar(320) not null,
    fetched_at timestamptz  not null
);

-- Webhook addresses that answered 410 Gone; a new address starts afresh.
create table disabled_webhook (
    address_digest varchar(64) primary key,
    disabled_at    timestamptz not null
);
