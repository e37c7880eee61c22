-- Answers by idempotency key. tracking.run's own key goes: no longer written, so no longer required.
CREATE TABLE "ops"."idempotency_key" (
	"org_id" uuid NOT NULL,
	"key" text NOT NULL,
	"action" text NOT NULL,
	"fingerprint" text NOT NULL,
	"response" jsonb NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_key_org_id_key_pk" PRIMARY KEY("org_id","key")
);
--> statement-breakpoint
ALTER TABLE "ops"."idempotency_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- The app of before writes both itself, and compares a null like any other text that is not its own.
-- squawk-ignore ban-drop-not-null
ALTER TABLE "tracking"."run" ALTER COLUMN "idem_key" DROP NOT NULL;--> statement-breakpoint
-- The app of before never needs to find it set, for the same reason.
-- squawk-ignore ban-drop-not-null
ALTER TABLE "tracking"."run" ALTER COLUMN "fingerprint" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "idempotency_key_age_idx" ON "ops"."idempotency_key" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "ops"."idempotency_key" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "ops"."idempotency_key" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "ops"."idempotency_key" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Written once, forgotten after a month, never changed.
GRANT SELECT, INSERT, DELETE ON ops.idempotency_key TO citestreak_app;
