-- Brands that an answer may name: what the rules left undecided.
CREATE TABLE "tracking"."ambiguous_mention" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"spans" jsonb NOT NULL,
	"reason" text NOT NULL,
	"confidence" real NOT NULL,
	"extractor_version" text NOT NULL,
	CONSTRAINT "ambiguous_mention_org_id_answer_id_brand_id_pk" PRIMARY KEY("org_id","answer_id","brand_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."ambiguous_mention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tracking"."ambiguous_mention" ADD CONSTRAINT "ambiguous_mention_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."ambiguous_mention" ADD CONSTRAINT "ambiguous_mention_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ambiguous_mention_brand_idx" ON "tracking"."ambiguous_mention" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."ambiguous_mention" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."ambiguous_mention" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tracking"."ambiguous_mention" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What was undecided when the answer was read stays so on record.
GRANT SELECT, INSERT ON tracking.ambiguous_mention TO citestreak_app;
