CREATE TABLE "tenancy"."invite" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"workspace_id" uuid,
	"token_hash" "bytea" NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invite_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invite_email_key" UNIQUE("org_id","email"),
	CONSTRAINT "invite_workspace_check" CHECK (("tenancy"."invite"."role" = 'client_viewer') = ("tenancy"."invite"."workspace_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "tenancy"."invite" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."invite" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."invite" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);
--> statement-breakpoint
ALTER TABLE "tenancy"."invite" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (token_hash, invited_by, sent_at, expires_at) ON tenancy.invite TO citestreak_app;
