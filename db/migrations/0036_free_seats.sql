CREATE TABLE "identity"."free_seat" (
	"user_id" uuid NOT NULL,
	"seat" integer NOT NULL,
	"org_id" uuid NOT NULL,
	CONSTRAINT "free_seat_user_id_seat_pk" PRIMARY KEY("user_id","seat"),
	CONSTRAINT "free_seat_org_key" UNIQUE("org_id")
);

--> statement-breakpoint
GRANT SELECT, INSERT ON identity.free_seat TO citestreak_app;
