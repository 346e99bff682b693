-- Text ids throughout (see shared/kernel/ids.ts). Human text sorts by an ICU collation: numbers by value, accents and case aside.
create collation natural_order (provider = icu, locale = 'und-u-kn-true-ks-level1', deterministic = false);

create table accounts (
  id text primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  language text not null check (language in ('nl', 'fr', 'en')),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

-- Only hashes of secrets are stored.
create table sessions (
  token_hash bytea primary key,
  account_id text not null references accounts on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  seen_at timestamptz not null
);
create index sessions_account on sessions (account_id);

create table sign_in_links (
  token_hash bytea primary key,
  email text not null,
  return_to text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_email on sign_in_links (email, created_at);

create table fairs (
  id text primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null,
  summary jsonb,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- [{ "day": "2027-03-12", "opens": "10:00", "closes": "18:00" }], wall-clock times of time_zone
  opening_hours jsonb not null default '[]',
  time_zone text not null,
  venue_name text not null,
  venue_address text not null default '',
  directions jsonb,
  open_for_exhibitors boolean not null default true,
  booth_limit integer not null default 1 check (booth_limit between 1 and 100),
  hold_hours integer not null default 48 check (hold_hours between 1 and 720),
  demo boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null,
  -- Last position given in the fair's log. Raised under this row's lock, so positions are in commit order.
  log_position bigint not null default 0,
  -- Log position up to which booth rows follow the document.
  projected_position bigint not null default 0,
  -- Layout of the document (shared/document/records.ts); raised by a migration of the server only, never by what a client writes.
  schema_version integer not null default 1
);

create table memberships (
  fair_id text not null references fairs on delete cascade,
  account_id text not null references accounts on delete cascade,
  role text not null check (role in ('owner', 'organiser')),
  created_at timestamptz not null,
  primary key (fair_id, account_id)
);
create index memberships_account on memberships (account_id);

create table exhibitors (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  name text not null,
  kind text not null check (kind in ('member', 'collective', 'partner')),
  sector_ids text[] not null default '{}',
  languages text[] not null default '{}',
  -- What we show: { nl?, fr?, en? }
  description jsonb not null default '{}',
  -- [{ "label": "...", "url": "https://..." }]
  links jsonb not null default '[]',
  -- Shown on public pages only when the exhibitor says so.
  contact_name text not null default '',
  contact_email text not null default '',
  contact_phone text not null default '',
  contact_public boolean not null default false,
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (fair_id, id)
);
create index exhibitors_fair on exhibitors (fair_id);

create table exhibitor_accounts (
  exhibitor_id text not null references exhibitors on delete cascade,
  account_id text not null references accounts on delete cascade,
  primary key (exhibitor_id, account_id)
);
create index exhibitor_accounts_account on exhibitor_accounts (account_id);

create table invitations (
  id text primary key,
  fair_id text not null references fairs on delete cascade,
  token_hash bytea not null unique,
  role text not null check (role in ('organiser', 'exhibitor')),
  -- For exhibitors already entered by an organiser: whom the link lets act for.
  exhibitor_id text references exhibitors on delete cascade,
  note text not null default '',
  created_by text references accounts on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_by text references accounts on delete set null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitations_fair on invitations (fair_id);

-- The history of the document. Rows are never deleted.
create table document_log (
  fair_id text not null references fairs on delete cascade,
  position bigint not null,
  update_bytes bytea not null,
  -- Null: the server itself (imports by the demo, repairs).
  account_id text,
  -- Where this update put something back that may not go: Repair[] of shared/protocol/sync.ts
  repairs jsonb,
  at timestamptz not null default now(),
  primary key (fair_id, position)
);

-- Only for opening fast: the whole document up to a position.
create table document_snapshots (
  fair_id text primary key references fairs on delete cascade,
  position bigint not null,
  state bytea not null,
  at timestamptz not null default now()
);

-- Projection of the document's booths, for claims and search.
create table booths (
  fair_id text not null references fairs on delete cascade,
  id text not null,
  hall_id text not null,
  number text not null,
  sector_id text,
  width_mm integer not null,
  depth_mm integer not null,
  area_mm2 bigint not null,
  -- Flagged as removed, deleted or unreadable in the draft.
  removed boolean not null default false,
  -- Last readable record, so that a claimed booth can be put back.
  fields jsonb not null,
  position bigint not null,
  -- Raised under this row's lock with every change of who holds the booth.
  claim_version bigint not null default 0,
  blocked_at timestamptz,
  blocked_reason text,
  primary key (fair_id, id)
);

create index booths_removed on booths (fair_id) where removed;

-- Last readable records of halls, so that one with claimed booths can be put back.
create table halls (
  fair_id text not null references fairs on delete cascade,
  id text not null,
  fields jsonb not null,
  primary key (fair_id, id)
);

create table claims (
  id text primary key,
  fair_id text not null,
  booth_id text not null,
  exhibitor_id text not null,
  state text not null check (state in ('held', 'claimed', 'confirmed', 'declined', 'withdrawn', 'expired', 'moved')),
  expires_at timestamptz check ((state = 'held') <= (expires_at is not null)),
  reason text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- The end of the hold was announced by mail.
  reminded_at timestamptz,
  created_by text references accounts on delete set null,
  foreign key (fair_id, booth_id) references booths (fair_id, id) on delete cascade,
  foreign key (fair_id, exhibitor_id) references exhibitors (fair_id, id) on delete cascade
);
-- The last line: whatever the code does, no booth has two holders.
create unique index claims_one_holder on claims (fair_id, booth_id) where state in ('held', 'claimed', 'confirmed');
create index claims_exhibitor on claims (exhibitor_id);
create index claims_expiry on claims (expires_at) where state = 'held';

-- One answer per person, fair and key.
create table idempotency_keys (
  account_id text not null references accounts on delete cascade,
  fair_id text not null references fairs on delete cascade,
  key text not null check (length(key) between 1 and 200),
  -- What was asked, so that the same key for something else is refused.
  request text not null,
  status integer not null,
  -- json, not jsonb: given again letter by letter.
  answer json not null,
  created_at timestamptz not null,
  primary key (account_id, fair_id, key)
);

create table audit (
  id bigint generated always as identity primary key,
  fair_id text references fairs on delete cascade,
  account_id text references accounts on delete set null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}',
  at timestamptz not null
);
create index audit_fair on audit (fair_id, id);
create index audit_subject on audit (fair_id, subject);

create table outbox (
  id bigint generated always as identity primary key,
  fair_id text references fairs on delete cascade,
  recipient_email text not null,
  recipient_name text not null,
  language text not null,
  -- A key of server/services/mails and the values for it; the words are chosen when it is sent.
  template text not null,
  params jsonb not null default '{}',
  -- A mail to a demo person: shown on the demo's page, never sent.
  demo boolean not null default false,
  created_at timestamptz not null,
  -- Null while it waits for an organiser to send it (release mails); the others go at once.
  due_at timestamptz,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  -- Set for mails of a release, which an organiser sends or which go away when it is withdrawn.
  release_number integer
);
create index outbox_due on outbox (due_at) where sent_at is null;

create table releases (
  fair_id text not null references fairs on delete cascade,
  number integer not null check (number > 0),
  note text not null default '',
  -- ReleaseContent of shared/exchange/releaseContent.ts
  content jsonb not null,
  log_position bigint not null,
  published_at timestamptz not null,
  published_by text references accounts on delete set null,
  withdrawn_at timestamptz,
  primary key (fair_id, number)
);

create table rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
);
