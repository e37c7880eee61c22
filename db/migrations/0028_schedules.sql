CREATE TABLE "ops"."due_schedule" (
	"org_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "due_schedule_org_id_schedule_id_pk" PRIMARY KEY("org_id","schedule_id")
);
--> statement-breakpoint
CREATE TABLE "tracking"."schedule" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"engine_ids" text[] NOT NULL,
	"repeats" integer NOT NULL,
	"days" integer[] NOT NULL,
	"time" text,
	"time_zone" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "schedule_panel_key" UNIQUE("org_id","panel_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."schedule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."schedule_day" (
	"org_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"day" date NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"engine_ids" text[] NOT NULL,
	"repeats" integer NOT NULL,
	"state" text NOT NULL,
	"run_id" uuid,
	"why" text,
	CONSTRAINT "schedule_day_org_id_schedule_id_day_pk" PRIMARY KEY("org_id","schedule_id","day")
);
--> statement-breakpoint
ALTER TABLE "tracking"."schedule_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tracking"."schedule" ADD CONSTRAINT "schedule_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."schedule" ADD CONSTRAINT "schedule_org_id_panel_id_panel_org_id_id_fk" FOREIGN KEY ("org_id","panel_id") REFERENCES "tracking"."panel"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."schedule_day" ADD CONSTRAINT "schedule_day_org_id_schedule_id_schedule_org_id_id_fk" FOREIGN KEY ("org_id","schedule_id") REFERENCES "tracking"."schedule"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."schedule_day" ADD CONSTRAINT "schedule_day_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."schedule_day" ADD CONSTRAINT "schedule_day_org_id_run_id_run_org_id_id_fk" FOREIGN KEY ("org_id","run_id") REFERENCES "tracking"."run"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "due_schedule_idx" ON "ops"."due_schedule" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "schedule_project_idx" ON "tracking"."schedule" USING btree ("org_id","project_id");--> statement-breakpoint
CREATE INDEX "schedule_day_run_idx" ON "tracking"."schedule_day" USING btree ("org_id","run_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."schedule" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."schedule" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."schedule_day" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."schedule_day" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
ALTER TABLE "tracking"."schedule" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tracking"."schedule_day" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (engine_ids, repeats, days, "time", time_zone, state) ON tracking.schedule TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (state, run_id, why) ON tracking.schedule_day TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (due_at) ON ops.due_schedule TO citestreak_app;
