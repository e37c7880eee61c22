-- What changed of a thing that was there, and the chain of hashes over the rows.
CREATE TABLE "ops"."audit_seal" (
	"org_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"from_id" bigint NOT NULL,
	"upto_id" bigint NOT NULL,
	"rows" integer NOT NULL,
	"rows_hash" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seal_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
ALTER TABLE "ops"."audit_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ops"."audit_log" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "ops"."audit_log" ADD COLUMN "after" jsonb;--> statement-breakpoint
CREATE POLICY "tenant" ON "ops"."audit_seal" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "ops"."audit_seal" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "ops"."audit_seal" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Append-only, like what it seals.
GRANT SELECT, INSERT ON ops.audit_seal TO citestreak_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ops.audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
