CREATE TABLE "identity"."operator" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id")
);
--> statement-breakpoint
-- To read, and nothing else: operators are made and unmade over the owner's connection alone (scripts/operator.ts).
GRANT SELECT ON identity.operator TO citestreak_app;
