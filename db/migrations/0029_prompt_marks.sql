ALTER TABLE "tracking"."prompt" ADD COLUMN "topic" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tracking"."prompt" ADD COLUMN "persona" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tracking"."prompt" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "tracking"."prompt" ADD COLUMN "locale" text DEFAULT 'en-US' NOT NULL;