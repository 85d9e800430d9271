-- Read model of throughline.episode.v1; empty in a service that does not follow episodes. Of an erased episode its random
-- id alone is kept, without a document and with a version that no event passes: what comes late or is put back must not
-- bring the patient back.
create table episode (
    id          uuid primary key,
    patient_id  uuid,
    open        boolean not null,
    coordinator varchar(255),
    version     int     not null,
    document    jsonb
);
create index episode_by_patient on episode (patient_id);

create table episode_member (
    episode_id uuid         not null references episode on delete cascade,
    reference  varchar(255) not null,
    role       varchar(40)  not null,
    primary key (episode_id, reference, role)
);
create index episode_member_by_reference on episode_member (reference);

create table episode_partner_patient (
    episode_id   uuid        not null references episode on delete cascade,
    partner      varchar(40) not null,
    patient_hmac varchar(64) not null,
    primary key (episode_id, partner, patient_hmac)
);
create index episode_partner_patient_by_hmac on episode_partner_patient (partner, patient_hmac);
