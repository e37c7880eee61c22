ALTER TABLE "tenancy"."membership" ADD COLUMN "workspace_id" uuid;--> statement-breakpoint
ALTER TABLE "tenancy"."project" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenancy"."workspace" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenancy"."membership" ADD CONSTRAINT "membership_workspace_check" CHECK (("tenancy"."membership"."role" = 'client_viewer') = ("tenancy"."membership"."workspace_id" is not null)) NOT VALID;