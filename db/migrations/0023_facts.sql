-- What answers say of a brand, held against facts that its owner keeps; and cited pages, against the sentences that lean on them.
CREATE TABLE "tracking"."check_setting" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"share" real NOT NULL,
	"answers_per_run" integer NOT NULL,
	"pages_per_run" integer NOT NULL,
	CONSTRAINT "check_setting_org_id_project_id_pk" PRIMARY KEY("org_id","project_id"),
	CONSTRAINT "check_setting_in_range" CHECK (share between 0 and 1 and answers_per_run >= 0 and pages_per_run >= 0)
);
--> statement-breakpoint
ALTER TABLE "tracking"."check_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."fact_version" (
	"org_id" uuid NOT NULL,
	"fact_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"brand_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"statement" text NOT NULL,
	"value" jsonb,
	"source_url" text,
	"valid_from" date,
	"archived" boolean NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fact_version_org_id_fact_id_version_pk" PRIMARY KEY("org_id","fact_id","version")
);
--> statement-breakpoint
ALTER TABLE "tracking"."fact_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."statement" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"quote" text NOT NULL,
	"topic" text NOT NULL,
	CONSTRAINT "statement_org_id_answer_id_brand_id_span_start_pk" PRIMARY KEY("org_id","answer_id","brand_id","span_start")
);
--> statement-breakpoint
ALTER TABLE "tracking"."statement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."statement_check" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"span_start" integer NOT NULL,
	"sheet" integer NOT NULL,
	"verdict" text NOT NULL,
	"fact_id" uuid,
	"fact_version" integer,
	"judged_by" text NOT NULL,
	"confidence" real NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statement_check_pk" PRIMARY KEY("org_id","answer_id","brand_id","span_start","sheet"),
	CONSTRAINT "statement_check_has_fact" CHECK (verdict not in ('right', 'wrong') or fact_id is not null)
);
--> statement-breakpoint
ALTER TABLE "tracking"."statement_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."statement_reading" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"read_by" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statement_reading_org_id_answer_id_brand_id_pk" PRIMARY KEY("org_id","answer_id","brand_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."statement_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."citation_check" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"url_sha256" text NOT NULL,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"outcome" text NOT NULL,
	"why" text,
	"excerpt" text,
	"judged_by" text NOT NULL,
	"confidence" real NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "citation_check_org_id_answer_id_url_sha256_pk" PRIMARY KEY("org_id","answer_id","url_sha256"),
	CONSTRAINT "citation_check_excerpt_short" CHECK (char_length(excerpt) <= 500),
	CONSTRAINT "citation_check_why" CHECK (outcome <> 'unchecked' or why is not null)
);
--> statement-breakpoint
ALTER TABLE "tracking"."citation_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."page_day" (
	"org_id" uuid NOT NULL,
	"day" date NOT NULL,
	"pages" integer NOT NULL,
	CONSTRAINT "page_day_org_id_day_pk" PRIMARY KEY("org_id","day"),
	CONSTRAINT "page_day_not_negative" CHECK (pages >= 0)
);
--> statement-breakpoint
ALTER TABLE "tracking"."page_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."page_visit" (
	"org_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"url_sha256" text NOT NULL,
	"url" text NOT NULL,
	"status" integer,
	"refusal" text,
	"text_sha256" text,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"fetched_at" timestamp with time zone,
	CONSTRAINT "page_visit_org_id_run_id_url_sha256_pk" PRIMARY KEY("org_id","run_id","url_sha256")
);
--> statement-breakpoint
ALTER TABLE "tracking"."page_visit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tracking"."check_setting" ADD CONSTRAINT "check_setting_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."fact_version" ADD CONSTRAINT "fact_version_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."statement" ADD CONSTRAINT "statement_reading_fk" FOREIGN KEY ("org_id","answer_id","brand_id") REFERENCES "tracking"."statement_reading"("org_id","answer_id","brand_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."statement_check" ADD CONSTRAINT "statement_check_statement_fk" FOREIGN KEY ("org_id","answer_id","brand_id","span_start") REFERENCES "tracking"."statement"("org_id","answer_id","brand_id","span_start") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."statement_check" ADD CONSTRAINT "statement_check_fact_fk" FOREIGN KEY ("org_id","fact_id","fact_version") REFERENCES "tracking"."fact_version"("org_id","fact_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."statement_reading" ADD CONSTRAINT "statement_reading_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."statement_reading" ADD CONSTRAINT "statement_reading_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."citation_check" ADD CONSTRAINT "citation_check_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."citation_check" ADD CONSTRAINT "citation_check_visit_fk" FOREIGN KEY ("org_id","run_id","url_sha256") REFERENCES "tracking"."page_visit"("org_id","run_id","url_sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."page_visit" ADD CONSTRAINT "page_visit_org_id_run_id_run_org_id_id_fk" FOREIGN KEY ("org_id","run_id") REFERENCES "tracking"."run"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fact_version_brand_idx" ON "tracking"."fact_version" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "statement_brand_idx" ON "tracking"."statement" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "statement_check_fact_idx" ON "tracking"."statement_check" USING btree ("org_id","fact_id","fact_version");--> statement-breakpoint
CREATE INDEX "statement_reading_run_idx" ON "tracking"."statement_reading" USING btree ("org_id","run_id");--> statement-breakpoint
CREATE INDEX "statement_reading_brand_idx" ON "tracking"."statement_reading" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "citation_check_visit_idx" ON "tracking"."citation_check" USING btree ("org_id","run_id","url_sha256");--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."check_setting" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."check_setting" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."fact_version" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."fact_version" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."statement" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."statement" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."statement_check" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."statement_check" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."statement_reading" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."statement_reading" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."citation_check" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."citation_check" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."page_day" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."page_day" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."page_visit" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."page_visit" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tracking"."check_setting" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."citation_check" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."fact_version" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."page_day" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."page_visit" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."statement" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."statement_check" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."statement_reading" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (share, answers_per_run, pages_per_run) ON tracking.check_setting TO citestreak_app;
--> statement-breakpoint
-- A fact's versions, what answers said and what that was held against stay as they are.
GRANT SELECT, INSERT ON tracking.fact_version, tracking.statement_reading, tracking.statement, tracking.statement_check, tracking.citation_check TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (pages) ON tracking.page_day TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (status, refusal, text_sha256, fetched_at) ON tracking.page_visit TO citestreak_app;
