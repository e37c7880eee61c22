-- People look at what the extractor is unsure of, and at what is drawn by chance.
CREATE TABLE "tracking"."gold_example" (
	"org_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid,
	"question" text NOT NULL,
	"verdict" text NOT NULL,
	"verdict_brands" jsonb NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gold_example_org_id_item_id_pk" PRIMARY KEY("org_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."gold_example" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."review_item" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid,
	"question" text NOT NULL,
	"reason" text NOT NULL,
	"seat" integer NOT NULL,
	"held_confidence" real NOT NULL,
	"held_named" text NOT NULL,
	"held_stance" text,
	"spans" jsonb NOT NULL,
	"extractor_version" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"claims" integer DEFAULT 0 NOT NULL,
	"lease_token" uuid,
	"lease_until" timestamp with time zone,
	"claimed_by" text,
	"skipped_by" text[] DEFAULT '{}' NOT NULL,
	"verdict" text,
	"verdict_brands" jsonb,
	"note" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decided_order" integer,
	"fact_before" jsonb,
	"fact_after" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_item_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "review_item_fact_key" UNIQUE NULLS NOT DISTINCT("org_id","answer_id","brand_id","question","reason","seat"),
	CONSTRAINT "review_claim_has_lease" CHECK ((state = 'claimed') = (lease_token is not null))
);
--> statement-breakpoint
ALTER TABLE "tracking"."review_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."review_setting" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"confidence" real NOT NULL,
	"share" real NOT NULL,
	CONSTRAINT "review_setting_org_id_project_id_pk" PRIMARY KEY("org_id","project_id"),
	CONSTRAINT "review_setting_in_range" CHECK (confidence between 0 and 1 and share between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "tracking"."review_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."reviewed_run" (
	"org_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"burst" uuid NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviewed_run_org_id_run_id_pk" PRIMARY KEY("org_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."reviewed_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tracking"."mention" ADD COLUMN "judged_by" text;--> statement-breakpoint
ALTER TABLE "tracking"."gold_example" ADD CONSTRAINT "gold_example_org_id_item_id_review_item_org_id_id_fk" FOREIGN KEY ("org_id","item_id") REFERENCES "tracking"."review_item"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."gold_example" ADD CONSTRAINT "gold_example_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."gold_example" ADD CONSTRAINT "gold_example_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."review_item" ADD CONSTRAINT "review_item_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."review_item" ADD CONSTRAINT "review_item_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."review_item" ADD CONSTRAINT "review_item_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."review_setting" ADD CONSTRAINT "review_setting_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."reviewed_run" ADD CONSTRAINT "reviewed_run_org_id_run_id_run_org_id_id_fk" FOREIGN KEY ("org_id","run_id") REFERENCES "tracking"."run"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gold_example_answer_idx" ON "tracking"."gold_example" USING btree ("org_id","answer_id");--> statement-breakpoint
CREATE INDEX "gold_example_brand_idx" ON "tracking"."gold_example" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "review_item_queue_idx" ON "tracking"."review_item" USING btree ("org_id","project_id","state","held_confidence");--> statement-breakpoint
CREATE INDEX "review_item_brand_idx" ON "tracking"."review_item" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."gold_example" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."gold_example" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."review_item" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."review_item" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."review_setting" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."review_setting" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."reviewed_run" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."reviewed_run" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tracking"."gold_example" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."review_item" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."review_setting" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."reviewed_run" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (confidence, share) ON tracking.review_setting TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON tracking.review_item TO citestreak_app;
--> statement-breakpoint
-- What the extractor held when the item was made stays.
GRANT UPDATE (state, claims, lease_token, lease_until, claimed_by, skipped_by, verdict, verdict_brands, note, decided_by, decided_at, decided_order, fact_before, fact_after) ON tracking.review_item TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON tracking.gold_example TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (burst), DELETE ON tracking.reviewed_run TO citestreak_app;
--> statement-breakpoint
-- A decision replaces the fact's rows; an undo puts the former ones back.
GRANT DELETE ON tracking.mention, tracking.ambiguous_mention TO citestreak_app;
