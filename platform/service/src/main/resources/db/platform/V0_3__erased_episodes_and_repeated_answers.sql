-- Of an erased episode its random id alone is kept, with a version that no event passes: what comes late or is put back
-- must not bring the patient back.
alter table episode
    alter column patient_id drop not null,
    alter column document drop not null;

-- A repeated answer is the whole answer. The path tells whose answers to forget when a patient is erased.
alter table idempotent_request
    add column etag varchar(255),
    add column path varchar(2000) not null default '';
