ALTER TABLE "insight"."source_week" ADD COLUMN "citations" integer;--> statement-breakpoint
ALTER TABLE "insight"."source_week" ADD COLUMN "page_types" jsonb;--> statement-breakpoint
ALTER TABLE "insight"."source_week" ADD COLUMN "prompts" integer;--> statement-breakpoint
ALTER TABLE "insight"."source_week" ADD COLUMN "spread" double precision;