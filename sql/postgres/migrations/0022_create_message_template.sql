CREATE TABLE "message_template" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"medium" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"is_in_use" boolean DEFAULT false NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"last_fault" text DEFAULT '' NOT NULL,
	"last_fault_at" timestamp (3) with time zone,
	CONSTRAINT "message_template_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "message_template_in_use_index" ON "message_template" USING btree ("tenant","medium") WHERE "message_template"."is_in_use";