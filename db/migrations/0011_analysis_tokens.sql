-- What the analysis model may use for an org in a month, has used, and holds for calls in flight.
CREATE TABLE "insight"."token_hold" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" date NOT NULL,
	"tokens" bigint NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "token_hold_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "token_hold_positive" CHECK (tokens > 0)
);
--> statement-breakpoint
ALTER TABLE "insight"."token_hold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "insight"."token_month" (
	"org_id" uuid NOT NULL,
	"month" date NOT NULL,
	"tokens" bigint DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "token_month_org_id_month_pk" PRIMARY KEY("org_id","month"),
	CONSTRAINT "token_month_not_negative" CHECK (tokens >= 0)
);
--> statement-breakpoint
ALTER TABLE "insight"."token_month" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."plan" ADD COLUMN "monthly_analysis_tokens" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "token_hold_month_idx" ON "insight"."token_hold" USING btree ("org_id","month");--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."token_hold" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."token_hold" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."token_month" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."token_month" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
ALTER TABLE "insight"."token_month" FORCE ROW LEVEL SECURITY;
ALTER TABLE "insight"."token_hold" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A hold is made before a call and removed after it; a month only counts up.
GRANT SELECT, INSERT, UPDATE (tokens, calls) ON insight.token_month TO citestreak_app;
GRANT SELECT, INSERT, DELETE ON insight.token_hold TO citestreak_app;
--> statement-breakpoint
UPDATE catalog.plan SET monthly_analysis_tokens = monthly_credits::bigint * 1000;
