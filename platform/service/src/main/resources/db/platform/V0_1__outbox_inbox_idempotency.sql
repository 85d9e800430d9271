-- Compatible with Debezium's EventRouter: route by column topic, key by column message_key.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid         not null unique,
    aggregatetype varchar(255) not null,
    aggregateid   varchar(255) not null,
    type          varchar(255) not null,
    topic         varchar(249) not null,
    message_key   varchar(255) not null,
    bucket        smallint     not null,
    occurred_at   timestamptz  not null,
    recorded_at   timestamptz  not null default clock_timestamp(),
    traceparent   varchar(80),
    payload       bytea        not null
);
create index outbox_by_bucket on outbox (bucket, seq);

create table inbox (
    consumer    varchar(80) not null,
    event_id    uuid        not null,
    consumed_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);
create index inbox_by_age on inbox (consumed_at);

create table idempotent_request (
    caller       varchar(255) not null,
    key          varchar(255) not null,
    fingerprint  varchar(64)  not null,
    status       int          not null,
    content_type varchar(255),
    location     varchar(2000),
    etag         varchar(255),
    -- Tells whose answers to forget when a patient is erased.
    path         varchar(2000) not null default '',
    body         bytea        not null,
    recorded_at  timestamptz  not null default clock_timestamp(),
    primary key (caller, key)
);
create index idempotent_request_by_age on idempotent_request (recorded_at);
