-- Stored answers are read again with other brands or another extractor; the numbers of before stay beside the new ones.
CREATE TABLE "insight"."earlier_value" (
	"org_id" uuid NOT NULL,
	"recompute_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"window_start" date NOT NULL,
	"window_days" integer NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"metric_id" text NOT NULL,
	"brand_id" uuid NOT NULL,
	"value" double precision,
	"answers" integer NOT NULL,
	"prompts" integer NOT NULL,
	"detail" jsonb NOT NULL,
	"provenance" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "earlier_value_pk" PRIMARY KEY("org_id","project_id","metric_id","brand_id","recompute_id","panel_version_id","window_start","window_days","engine_id","surface")
);
--> statement-breakpoint
ALTER TABLE "insight"."earlier_value" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."recompute" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"extractor_version" text NOT NULL,
	"brand_set_version" text NOT NULL,
	"stopped" boolean DEFAULT false NOT NULL,
	"failure" text,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "recompute_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "recompute_counts" CHECK (done >= 0 and total >= 0)
);
--> statement-breakpoint
ALTER TABLE "tracking"."recompute" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."recompute_note" (
	"org_id" uuid NOT NULL,
	"recompute_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"extractor_version" text NOT NULL,
	"brand_set_version" text NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recompute_note_org_id_recompute_id_answer_id_pk" PRIMARY KEY("org_id","recompute_id","answer_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."recompute_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "insight"."earlier_value" ADD CONSTRAINT "earlier_value_org_id_recompute_id_recompute_org_id_id_fk" FOREIGN KEY ("org_id","recompute_id") REFERENCES "tracking"."recompute"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."earlier_value" ADD CONSTRAINT "earlier_value_panel_version_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."recompute" ADD CONSTRAINT "recompute_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."recompute_note" ADD CONSTRAINT "recompute_note_org_id_recompute_id_recompute_org_id_id_fk" FOREIGN KEY ("org_id","recompute_id") REFERENCES "tracking"."recompute"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."recompute_note" ADD CONSTRAINT "recompute_note_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recompute_active_key" ON "tracking"."recompute" USING btree ("org_id","project_id") WHERE state in ('requested', 'reading', 'measuring');--> statement-breakpoint
CREATE INDEX "recompute_project_idx" ON "tracking"."recompute" USING btree ("org_id","project_id","requested_at");--> statement-breakpoint
CREATE INDEX "recompute_note_answer_idx" ON "tracking"."recompute_note" USING btree ("org_id","answer_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."earlier_value" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."earlier_value" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."recompute" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."recompute" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."recompute_note" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."recompute_note" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "insight"."earlier_value" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."recompute" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."recompute_note" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON insight.earlier_value TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, total, done, extractor_version, brand_set_version, stopped, failure, touched_at, ended_at) ON tracking.recompute TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (reason, extractor_version, brand_set_version) ON tracking.recompute_note TO citestreak_app;
--> statement-breakpoint
-- What was read out of a stored body is replaced; what was asked, bought and paid stays.
GRANT UPDATE (state, text, search, model_served, search_triggered, search_queries, finish, extractor_version, brand_set_version, controls) ON tracking.answer TO citestreak_app;
--> statement-breakpoint
GRANT DELETE ON tracking.citation TO citestreak_app;
