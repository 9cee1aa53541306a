CREATE TABLE "inhibition" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"source" jsonb NOT NULL,
	"target" jsonb NOT NULL,
	"equal" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"limits" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inhibition_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
ALTER TABLE "escalation_policy" ADD COLUMN "client" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "escalation_policy" ADD COLUMN "severities" jsonb DEFAULT '["critical"]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "escalation_policy" ADD COLUMN "matchers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "escalation_policy" ADD COLUMN "is_deleted" boolean DEFAULT false NOT NULL;