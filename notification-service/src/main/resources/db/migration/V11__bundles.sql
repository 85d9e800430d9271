-- The notice together with which another one is told.
alter table notice add column bundle uuid;
create index notice_bundle on notice (bundle) where bundle is not null;
create index notice_by_recipient on notice (recipient, episode_id) where audience <> 'PROVIDER';
