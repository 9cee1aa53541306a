CREATE TABLE "saved_view" (
	"tenant" text NOT NULL,
	"person" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"address" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_view_tenant_person_id_pk" PRIMARY KEY("tenant","person","id"),
	CONSTRAINT "saved_view_title" UNIQUE("tenant","person","title")
);
--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;