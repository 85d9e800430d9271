-- What was withdrawn and is found again keeps its id and takes a decision of its own.
alter table decision drop constraint decision_escalation_id_key;
create index decision_by_escalation on decision (escalation_id, decided_at desc);
