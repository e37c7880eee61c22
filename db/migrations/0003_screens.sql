-- What the screens need: addresses, tags, brands put away, retries, search.
CREATE TABLE "identity"."org_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	CONSTRAINT "org_slug_org_key" UNIQUE("org_id")
);
--> statement-breakpoint
CREATE TABLE "identity"."user_org" (
	"user_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	CONSTRAINT "user_org_user_id_org_id_pk" PRIMARY KEY("user_id","org_id"),
	CONSTRAINT "user_org_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id")
);
--> statement-breakpoint
CREATE INDEX "user_org_org_idx" ON "identity"."user_org" USING btree ("org_id");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (slug) ON identity.org_slug TO citestreak_app;
GRANT SELECT, INSERT, DELETE ON identity.user_org TO citestreak_app;
--> statement-breakpoint
-- Rows from before get a random address, by a rewrite: row-level security would hide them from an UPDATE here, and these
-- two tables stay small. New rows name theirs.
-- squawk-ignore adding-field-with-default
ALTER TABLE "tenancy"."project" ADD COLUMN "slug" text NOT NULL DEFAULT gen_random_uuid()::text;
ALTER TABLE "tenancy"."project" ALTER COLUMN "slug" DROP DEFAULT;
-- squawk-ignore adding-field-with-default
ALTER TABLE "tenancy"."workspace" ADD COLUMN "slug" text NOT NULL DEFAULT gen_random_uuid()::text;
ALTER TABLE "tenancy"."workspace" ALTER COLUMN "slug" DROP DEFAULT;
--> statement-breakpoint
ALTER TABLE "tracking"."answer" ADD COLUMN "search" "tsvector";
ALTER TABLE "tracking"."brand" ADD COLUMN "archived_at" timestamp with time zone;
ALTER TABLE "tracking"."prompt" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;
ALTER TABLE "tracking"."run" ADD COLUMN "retry_of" uuid;
ALTER TABLE "tracking"."run" ADD CONSTRAINT "run_org_id_retry_of_run_org_id_id_fk" FOREIGN KEY ("org_id","retry_of") REFERENCES "tracking"."run"("org_id","id") NOT VALID;
