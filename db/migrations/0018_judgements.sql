-- What the analysis model held of facts that the rules left open.
CREATE TABLE "insight"."judgement" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"task" text NOT NULL,
	"prompt_version" text NOT NULL,
	"judge" text NOT NULL,
	"finding" jsonb,
	"confidence" real NOT NULL,
	"why" text NOT NULL,
	"judged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "judgement_pk" PRIMARY KEY("org_id","answer_id","brand_id","task","prompt_version")
);
--> statement-breakpoint
ALTER TABLE "insight"."judgement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "insight"."judgement" ADD CONSTRAINT "judgement_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."judgement" ADD CONSTRAINT "judgement_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "judgement_brand_idx" ON "insight"."judgement" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."judgement" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."judgement" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
ALTER TABLE "insight"."judgement" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What was judged by one version of a prompt is never changed; another version judges anew, beside it.
GRANT SELECT, INSERT ON insight.judgement TO citestreak_app;
