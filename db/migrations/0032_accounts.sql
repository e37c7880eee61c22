CREATE TABLE "identity"."attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."proof" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."unsent_mail" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity"."unsent_mail_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."user" ADD COLUMN "session_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "identity"."proof" ADD CONSTRAINT "proof_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_age_idx" ON "identity"."attempt" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "proof_user_idx" ON "identity"."proof" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "proof_age_idx" ON "identity"."proof" USING btree ("expires_at");
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON identity.proof TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (tries, ends_at) ON identity.attempt TO citestreak_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON identity.unsent_mail TO citestreak_app;
