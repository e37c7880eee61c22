-- What measuring counts of a window: each cell's answers by brand, each domain's citations; and a letter a week of each cell's streak.
CREATE TABLE "insight"."cell_week" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"window_start" date NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"sandbox" boolean NOT NULL,
	"prompt_id" uuid NOT NULL,
	"answers" integer NOT NULL,
	"named" jsonb NOT NULL,
	CONSTRAINT "cell_week_pk" PRIMARY KEY("org_id","project_id","window_start","panel_version_id","surface","sandbox","engine_id","prompt_id")
);
--> statement-breakpoint
ALTER TABLE "insight"."cell_week" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "insight"."source_week" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"window_start" date NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"sandbox" boolean NOT NULL,
	"domain" text NOT NULL,
	"domain_class" text,
	"owner_brand_id" uuid,
	"engines" text[] NOT NULL,
	"cited" integer NOT NULL,
	"linked" integer NOT NULL,
	"retrieved" integer NOT NULL,
	"weight" double precision NOT NULL,
	CONSTRAINT "source_week_pk" PRIMARY KEY("org_id","project_id","window_start","panel_version_id","surface","sandbox","engine_id","domain")
);
--> statement-breakpoint
ALTER TABLE "insight"."source_week" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "insight"."streak" ADD COLUMN "since" date;--> statement-breakpoint
ALTER TABLE "insight"."streak" ADD COLUMN "outcomes" text;--> statement-breakpoint
ALTER TABLE "insight"."streak" ADD COLUMN "sandbox" boolean;--> statement-breakpoint
ALTER TABLE "insight"."cell_week" ADD CONSTRAINT "cell_week_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."cell_week" ADD CONSTRAINT "cell_week_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."source_week" ADD CONSTRAINT "source_week_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."source_week" ADD CONSTRAINT "source_week_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_week_rank_idx" ON "insight"."source_week" USING btree ("org_id","project_id","window_start","panel_version_id","surface","sandbox","engine_id","weight" DESC NULLS FIRST,"domain");--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."cell_week" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."cell_week" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."source_week" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."source_week" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "insight"."cell_week" FORCE ROW LEVEL SECURITY;
ALTER TABLE "insight"."source_week" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Rows of a window are replaced by what its answers say; a cell that is no hit any more loses its streak.
GRANT SELECT, INSERT, DELETE ON insight.cell_week TO citestreak_app;
GRANT SELECT, INSERT, DELETE ON insight.source_week TO citestreak_app;
