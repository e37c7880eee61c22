-- What the analysis model answered, so that the same input is paid for once.
CREATE TABLE "insight"."analysis_cache" (
	"org_id" uuid NOT NULL,
	"task" text NOT NULL,
	"prompt_version" text NOT NULL,
	"model" text NOT NULL,
	"input_sha256" text NOT NULL,
	"output" jsonb NOT NULL,
	"guard" text,
	"embedding" real[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "analysis_cache_pk" PRIMARY KEY("org_id","task","prompt_version","model","input_sha256")
);
--> statement-breakpoint
ALTER TABLE "insight"."analysis_cache" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "analysis_cache_guard_idx" ON "insight"."analysis_cache" USING btree ("org_id","guard","created_at");--> statement-breakpoint
CREATE INDEX "analysis_cache_age_idx" ON "insight"."analysis_cache" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."analysis_cache" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."analysis_cache" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
ALTER TABLE "insight"."analysis_cache" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What was kept is never changed, only forgotten after a while.
GRANT SELECT, INSERT, DELETE ON insight.analysis_cache TO citestreak_app;
