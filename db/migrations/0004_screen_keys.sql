-- no-transaction
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "project_slug_key" ON "tenancy"."project" USING btree ("org_id","workspace_id","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "workspace_slug_key" ON "tenancy"."workspace" USING btree ("org_id","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "run_retry_key" ON "tracking"."run" USING btree ("org_id","retry_of");
--> statement-breakpoint
-- Validating twice does no harm.
-- squawk-ignore prefer-robust-stmts
ALTER TABLE "tracking"."run" VALIDATE CONSTRAINT "run_org_id_retry_of_run_org_id_id_fk";
