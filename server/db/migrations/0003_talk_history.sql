-- The highest sequence that any release ever gave a talk: also one that was withdrawn, also of a talk that is no more.
-- Calendars ignore an entry that counts less than the one they have.
create table talk_history (
  fair_id text not null references fairs on delete cascade,
  talk_id text not null,
  sequence integer not null check (sequence >= 0),
  primary key (fair_id, talk_id)
);

-- How often a newer release was withdrawn and this one became visible again: its talks then count on from that one's.
alter table releases add column restored integer not null default 0;
