-- Who the patient is: nowhere else in the system. No other table holds a name, contact or birth date of a patient.
create table patient (
    id            uuid primary key,
    name          varchar(200) not null,
    birth_date    date,
    email         varchar(320),
    phone         varchar(40),
    registered_at timestamptz  not null
);

create table partner_patient (
    patient_id uuid         not null references patient on delete cascade,
    partner    varchar(40)  not null,
    patient    varchar(255) not null,
    primary key (partner, patient)
);
create index partner_patient_by_patient on partner_patient (patient_id);

create table referral (
    id            uuid primary key,
    patient_id    uuid         not null references patient on delete cascade,
    problem       varchar(500) not null,
    referred_by   varchar(200),
    registered_by varchar(255) not null,
    received_at   timestamptz  not null,
    episode_id    uuid
);
create index referral_by_patient on referral (patient_id);

create table coordinator (
    reference varchar(100) primary key,
    name      varchar(200) not null,
    email     varchar(320) not null,
    active    boolean      not null
);

-- Not "episode": that name is the read model's, which services keep that follow this one.
create table care_episode (
    id            uuid primary key,
    patient_id    uuid         not null references patient,
    program       varchar(40)  not null,
    time_zone     varchar(64)  not null,
    coordinator   varchar(100) not null references coordinator,
    status        varchar(10)  not null,
    version       int          not null,
    registered_by varchar(255) not null,
    opened_at     timestamptz  not null,
    changed_at    timestamptz  not null,
    closed_for    varchar(20)
);
create index care_episode_by_patient on care_episode (patient_id, opened_at);
create index care_episode_by_coordinator on care_episode (coordinator) where status = 'OPEN';
create unique index one_open_episode_of_a_program on care_episode (patient_id, program) where status = 'OPEN';

create table care_team_member (
    episode_id uuid         not null references care_episode on delete cascade,
    position   int          not null,
    reference  varchar(100) not null,
    role       varchar(20)  not null,
    kind       varchar(20)  not null,
    name       varchar(200) not null,
    channel    varchar(20)  not null,
    address    varchar(2000),
    partner    varchar(40),
    secret     varchar(100),
    primary key (episode_id, reference)
);
create index care_team_member_by_reference on care_team_member (reference);

create table consent (
    episode_id uuid         not null references care_episode on delete cascade,
    position   int          not null,
    member     varchar(100) not null,
    category   varchar(20)  not null,
    holds_from timestamptz  not null,
    holds_until timestamptz,
    primary key (episode_id, position)
);

create table work_item (
    id         uuid primary key,
    patient_id uuid        not null references patient on delete cascade,
    episode_id uuid        references care_episode on delete cascade,
    kind       varchar(30) not null,
    status     varchar(10) not null,
    owner      varchar(100),
    due_at     timestamptz not null,
    cause_id   uuid        not null,
    version    int         not null,
    unique (cause_id, kind)
);
create index work_item_by_patient on work_item (patient_id);
create index work_item_by_owner on work_item (owner, due_at) where status = 'OPEN';
