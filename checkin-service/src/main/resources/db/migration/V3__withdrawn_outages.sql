-- Subject of the operator who withdrew a mistaken outage; null: it stands.
alter table outage add column withdrawn_by varchar(255);
