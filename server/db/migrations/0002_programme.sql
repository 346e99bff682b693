-- The programme around the document's talks: people, proposals, stars, sign-ups, imports.
-- Instants inside jsonb are whole minutes since 1970-01-01T00:00Z, as in the document.

alter table fairs
  add column proposals_open boolean not null default true,
  add column voting_open boolean not null default false,
  -- Minutes that a stage needs between two talks.
  add column changeover_minutes integer not null default 10 check (changeover_minutes between 0 and 240);

-- How many people staff the booth; null: one for a member, several for the others.
alter table exhibitors add column staff_count integer check (staff_count between 1 and 1000);

-- Speakers and hosts. The document and releases hold their ids only, so that a person can be erased.
create table people (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  name text not null,
  -- Never public.
  email text not null default '',
  language text not null default 'nl' check (language in ('nl', 'fr', 'en')),
  -- { nl?, fr?, en? }
  biography jsonb not null default '{}',
  -- [{ "label": "...", "url": "https://..." }]
  links jsonb not null default '[]',
  -- [[from, until], ...]; null: whenever the fair is open
  availability jsonb,
  exhibitor_id text,
  account_id text references accounts on delete set null,
  -- Identity in files that came from elsewhere, and what those carried beyond these columns.
  guid text,
  carried jsonb not null default '{}',
  created_at timestamptz not null,
  foreign key (fair_id, exhibitor_id) references exhibitors (fair_id, id) on delete set null (exhibitor_id),
  unique (fair_id, guid),
  unique (fair_id, id)
);
create index people_fair on people (fair_id);
create index people_account on people (account_id);

-- Projection of the document's talks, for organisers' search and for whatever refers to a talk.
create table talks (
  fair_id text not null references fairs on delete cascade,
  id text not null,
  title jsonb not null,
  kind text not null,
  state text not null,
  sector_id text,
  speaker_ids text[] not null default '{}',
  -- Flagged as removed, deleted or unreadable in the draft.
  removed boolean not null default false,
  fields jsonb not null,
  position bigint not null,
  primary key (fair_id, id)
);

create table proposals (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  account_id text references accounts on delete set null,
  exhibitor_id text,
  -- As written by the proposer, in one language or several: { nl?, fr?, en? }
  title jsonb not null,
  abstract jsonb not null default '{}',
  kind text not null,
  language text,
  sector_id text,
  audience integer check (audience >= 0),
  needs text[] not null default '{}',
  speaker_name text not null,
  speaker_email text not null,
  speaker_biography text not null default '',
  -- To the organisers, never public.
  message text not null default '',
  state text not null check (state in ('submitted', 'reviewing', 'accepted', 'declined', 'withdrawn')),
  labels text[] not null default '{}',
  -- Members may vote on it.
  votable boolean not null default false,
  decision_note text not null default '',
  -- The talk that it became.
  talk_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Raised with every change: whoever decides says which one was looked at.
  version integer not null default 1,
  foreign key (fair_id, exhibitor_id) references exhibitors (fair_id, id) on delete set null (exhibitor_id)
);
create index proposals_fair on proposals (fair_id, state);
create index proposals_account on proposals (account_id);

create table proposal_votes (
  proposal_id text not null references proposals on delete cascade,
  account_id text not null references accounts on delete cascade,
  created_at timestamptz not null,
  primary key (proposal_id, account_id)
);

-- Starred talks: one list a person and fair, or one that belongs to a browser whose visitor asked for a calendar feed.
create table star_lists (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  account_id text references accounts on delete cascade,
  -- Opens the calendar feed of the list and, where it belongs to nobody, changes it. Null: no feed yet.
  feed_token text unique,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Where a list of a browser went when its visitor signed in: calendars that follow it go on.
  merged_into text references star_lists on delete cascade,
  unique (fair_id, account_id)
);

create table stars (
  list_id text not null references star_lists on delete cascade,
  talk_id text not null,
  created_at timestamptz not null,
  primary key (list_id, talk_id)
);
create index stars_talk on stars (talk_id);

-- Stars taken back, and when: what another device did before that, and sends later, does not bring them back.
create table unstars (
  list_id text not null references star_lists on delete cascade,
  talk_id text not null,
  created_at timestamptz not null,
  primary key (list_id, talk_id)
);

create table signups (
  id text primary key,
  fair_id text not null,
  talk_id text not null,
  account_id text not null references accounts on delete cascade,
  state text not null check (state in ('seated', 'waiting', 'cancelled')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Order of the waiting list: given under the talk's row lock.
  place bigint generated always as identity,
  foreign key (fair_id, talk_id) references talks (fair_id, id) on delete cascade
);
create unique index signups_one on signups (fair_id, talk_id, account_id) where state <> 'cancelled';
create index signups_account on signups (account_id);
create index signups_waiting on signups (fair_id, talk_id, place) where state = 'waiting';

create table imports (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  account_id text references accounts on delete set null,
  format text not null,
  file_name text not null,
  at timestamptz not null,
  -- What came, was changed and was left out, as shown to the organiser.
  summary jsonb not null,
  -- What undo needs: ImportInverse of server/services/imports/importInverse.ts
  inverse jsonb not null,
  undone_at timestamptz,
  -- What undo put back, took away and had to leave, as shown to the organiser.
  undo_report jsonb
);
create index imports_fair on imports (fair_id, at);

-- Files between the look and the import, for a day at most: they name people.
create table import_uploads (
  -- Becomes the id of the import.
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  account_id text not null references accounts on delete cascade,
  file_name text not null,
  bytes bytea not null,
  created_at timestamptz not null
);
create index import_uploads_age on import_uploads (created_at);
