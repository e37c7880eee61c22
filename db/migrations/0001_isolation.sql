-- What drizzle can't say: FORCE, grants, append-only triggers, the queue's schemas.

ALTER TABLE "billing"."subscription" FORCE ROW LEVEL SECURITY;
ALTER TABLE "credits"."wallet" FORCE ROW LEVEL SECURITY;
ALTER TABLE "credits"."lot" FORCE ROW LEVEL SECURITY;
ALTER TABLE "credits"."reservation" FORCE ROW LEVEL SECURITY;
ALTER TABLE "credits"."entry" FORCE ROW LEVEL SECURITY;
ALTER TABLE "credits"."settlement" FORCE ROW LEVEL SECURITY;
ALTER TABLE "credits"."checkpoint" FORCE ROW LEVEL SECURITY;
ALTER TABLE "insight"."metric_value" FORCE ROW LEVEL SECURITY;
ALTER TABLE "insight"."streak" FORCE ROW LEVEL SECURITY;
ALTER TABLE "ops"."audit_log" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tenancy"."org" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tenancy"."membership" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tenancy"."workspace" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tenancy"."project" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."brand" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."brand_alias" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."brand_domain" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."panel" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."panel_version" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."prompt" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."run" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."ask" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."raw_body" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."answer" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."mention" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."citation" FORCE ROW LEVEL SECURITY;
ALTER TABLE "tracking"."imported_line" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT USAGE ON SCHEMA billing, catalog, credits, identity, insight, ops, tenancy, tracking TO citestreak_app;

-- Reference data: plans are read, price versions are added when the registry's prices have changed.
GRANT SELECT ON catalog.plan TO citestreak_app;
GRANT SELECT, INSERT ON catalog.price TO citestreak_app;

-- Which schema the product runs on: the health route says it.
GRANT SELECT ON public.schema_migration TO citestreak_app;

-- Append-only: no UPDATE, no DELETE, for nobody.
GRANT SELECT, INSERT ON credits.entry, credits.settlement, credits.checkpoint, credits.lot TO citestreak_app;
GRANT SELECT, INSERT ON ops.audit_log TO citestreak_app;
GRANT SELECT, INSERT ON tracking.panel_version, tracking.prompt, tracking.raw_body, tracking.answer TO citestreak_app;
GRANT SELECT, INSERT ON tracking.mention, tracking.citation, tracking.imported_line TO citestreak_app;

-- Lock targets and states: only the named columns ever change.
GRANT SELECT, INSERT, UPDATE (lock_seq) ON credits.wallet TO citestreak_app;
GRANT SELECT, INSERT, UPDATE (closed_at) ON credits.reservation TO citestreak_app;
GRANT SELECT, INSERT, UPDATE (state, reservation_id, failure, closed_at) ON tracking.run TO citestreak_app;
GRANT SELECT, INSERT, UPDATE (state, calls, lease_token, lease_until, failure) ON tracking.ask TO citestreak_app;
GRANT SELECT, INSERT, UPDATE (sent_at) ON ops.outbox TO citestreak_app;
GRANT SELECT, INSERT, DELETE, UPDATE (check_at) ON ops.open_run TO citestreak_app;

-- Rebuilt from answers at any time.
GRANT SELECT, INSERT, UPDATE, DELETE ON insight.metric_value, insight.streak TO citestreak_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON identity."user" TO citestreak_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenancy.membership TO citestreak_app;
GRANT SELECT, INSERT, UPDATE ON tenancy.org, tenancy.workspace, tenancy.project TO citestreak_app;
GRANT SELECT, INSERT, UPDATE ON billing.subscription TO citestreak_app;
GRANT SELECT, INSERT, UPDATE ON tracking.brand, tracking.panel TO citestreak_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tracking.brand_alias, tracking.brand_domain TO citestreak_app;
--> statement-breakpoint
-- A new function is nobody's to call until it is granted: PUBLIC would get EXECUTE, also on SECURITY DEFINER ones.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE FUNCTION ops.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.entry
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.settlement
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ops.audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
--> statement-breakpoint
-- The local runtime's own rooms. Its role owns these two schemas and has no right on any product table.
CREATE SCHEMA pgboss AUTHORIZATION citestreak_queue;
CREATE SCHEMA local_runtime AUTHORIZATION citestreak_queue;
