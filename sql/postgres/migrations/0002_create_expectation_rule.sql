CREATE TABLE "expectation_rule" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"definition" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "expectation_rule_tenant_id_version_pk" PRIMARY KEY("tenant","id","version")
);
--> statement-breakpoint
ALTER TABLE "workflow" ADD COLUMN "out_of_sequence" text;--> statement-breakpoint
CREATE INDEX "expectation_rule_tenant" ON "expectation_rule" USING btree ("tenant");