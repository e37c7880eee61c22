-- Run once per cluster, by an administrator, before the first migration. Give the three roles passwords of your own.
--   citestreak_owner  owns the product's schemas: migrations and tests alone
--   citestreak_app    what the product connects as: owns nothing, bypasses nothing
--   citestreak_queue  owns the local runtime's two schemas, sees no product table
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['citestreak_owner', 'citestreak_app', 'citestreak_queue'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB', wanted);
    END IF;
  END LOOP;
END $$;
-- So that the first migration can make the queue's schemas in the queue role's name.
GRANT citestreak_queue TO citestreak_owner;
-- A lock holder that hangs becomes an error that can be tried again, not a pool that runs dry behind it.
ALTER ROLE citestreak_app SET lock_timeout = '5s';
ALTER ROLE citestreak_app SET idle_in_transaction_session_timeout = '60s';
