-- Rows of the log are only ever added under their fair's lock (storeUpdates, appendUpdate), so that the fair is there. Checking
-- it again for each row was a third of what PostgreSQL spent on storing edits (docs/performance.md, "Live editing, measured").
alter table document_log drop constraint document_log_fair_id_fkey;

-- They still go with their fair: after it, so that whoever held its lock has been waited for.
create function forget_document_log() returns trigger language plpgsql as $$
begin
  delete from document_log where fair_id = old.id;
  return null;
end $$;
create trigger fairs_forget_document_log after delete on fairs for each row execute function forget_document_log();
