CREATE TABLE "tenancy"."retention" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"raw_body_days" integer NOT NULL,
	"purged_through" timestamp with time zone,
	CONSTRAINT "retention_days_check" CHECK ("tenancy"."retention"."raw_body_days" > 0)
);
--> statement-breakpoint
ALTER TABLE "tenancy"."retention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tenancy"."retention" ADD CONSTRAINT "retention_org_id_org_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "tenancy"."org"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."retention" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."retention" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE tenancy.retention FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON tenancy.retention TO citestreak_app;
--> statement-breakpoint
-- What an engine sent is evidence. It goes only when its org has said how long it is kept, and that is over.
CREATE FUNCTION tracking.refuse_young_body() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM tracking.ask k
    JOIN tracking.run r ON r.org_id = k.org_id AND r.id = k.run_id
    JOIN tenancy.retention t ON t.org_id = k.org_id
    WHERE k.org_id = OLD.org_id AND k.id = OLD.ask_id
      AND r.closed_at < now() - make_interval(days => t.raw_body_days)
  ) THEN
    RAISE EXCEPTION 'a raw body is kept until its org''s retention is over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER refuse_young_body BEFORE DELETE ON tracking.raw_body
  FOR EACH ROW EXECUTE FUNCTION tracking.refuse_young_body();
--> statement-breakpoint
GRANT DELETE ON tracking.raw_body TO citestreak_app;
