-- The time machine: any moment of a fair's log opens fast, moments have names, restores say what they were.

-- Positions are given under the fair's lock, and so is this: in a long transaction `now()` is when it began, before others' rows.
alter table document_log alter column at set default clock_timestamp();
-- What an edit was, where its author's pointer did not do it: RestoreNote of shared/history/types.ts
alter table document_log add column note jsonb;

-- The whole document as it was at some positions, so that replaying to a moment starts near it. Made anew when missing.
create table document_checkpoints (
  fair_id text not null references fairs on delete cascade,
  position bigint not null,
  state bytea not null,
  primary key (fair_id, position)
);

create table named_versions (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  position bigint not null check (position >= 0),
  name text not null check (char_length(name) between 1 and 80),
  named_by text references accounts on delete set null,
  named_at timestamptz not null,
  -- The same name for the same moment, sent twice, is one; a moment may have several, and a name may stand for several moments.
  unique (fair_id, position, name)
);
