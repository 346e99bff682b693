-- What Socket.IO's PostgreSQL adapter says to other processes and is too long for a notification. It clears them away itself
-- after half a minute; nothing of it is worth a write to the log.
create unlogged table socket_io_attachments (
  id bigserial primary key,
  created_at timestamptz not null default now(),
  payload bytea
);
create index socket_io_attachments_age on socket_io_attachments (created_at);
