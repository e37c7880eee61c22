-- Customers' own keys of engines, sealed.
CREATE TABLE "tenancy"."engine_key" (
	"org_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"id" uuid NOT NULL,
	"master_version" integer NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"last_four" text NOT NULL,
	"state" text NOT NULL,
	"tested_at" timestamp with time zone,
	"saved_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engine_key_org_id_provider_pk" PRIMARY KEY("org_id","provider")
);
--> statement-breakpoint
ALTER TABLE "tenancy"."engine_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."engine_key" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."engine_key" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tenancy"."engine_key" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Replaced as a whole under its provider, tested, re-wrapped under a newer master key, and removed for good.
GRANT SELECT, INSERT, DELETE ON tenancy.engine_key TO citestreak_app;
GRANT UPDATE (id, master_version, wrapped_key, sealed, last_four, state, tested_at, saved_by, created_at)
  ON tenancy.engine_key TO citestreak_app;
