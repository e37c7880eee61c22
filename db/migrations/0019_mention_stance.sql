-- How an answer speaks of a brand that it names, how surely, and who judged.
ALTER TABLE "tracking"."mention" ADD COLUMN "stance" text;--> statement-breakpoint
ALTER TABLE "tracking"."mention" ADD COLUMN "stance_confidence" real;--> statement-breakpoint
ALTER TABLE "tracking"."mention" ADD COLUMN "stance_by" text;
