-- Counts changes of who the patient is: whoever corrects them says which version they read.
alter table patient add column version int not null default 1;
