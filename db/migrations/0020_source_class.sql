-- What kind of site and of page a source is, and by which version of the taxonomy.
ALTER TABLE "tracking"."citation" ADD COLUMN "domain_class" text;--> statement-breakpoint
ALTER TABLE "tracking"."citation" ADD COLUMN "page_type" text;--> statement-breakpoint
ALTER TABLE "tracking"."citation" ADD COLUMN "taxonomy_version" text;
