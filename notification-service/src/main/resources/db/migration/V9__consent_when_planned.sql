-- Whether the patient's consent covered an outside provider when the notice was made: one that is denied later was withdrawn.
alter table notice add column permitted boolean not null default false;
