CREATE TABLE "branding" (
	"tenant" text PRIMARY KEY NOT NULL,
	"product_name" text NOT NULL,
	"sign_in_words" text DEFAULT '' NOT NULL,
	"sender_name" text DEFAULT '' NOT NULL,
	"colour" text NOT NULL,
	"colour_dark" text NOT NULL,
	"logo" text DEFAULT '' NOT NULL,
	"icon" text DEFAULT '' NOT NULL,
	"host" text DEFAULT '' NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"client" text NOT NULL,
	"period" text DEFAULT '' NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"calendar" text NOT NULL,
	"formats" jsonb NOT NULL,
	"limits" text NOT NULL,
	"role" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"step" text DEFAULT '' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_by" text,
	"claimed_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"as_of" timestamp with time zone,
	"error" text,
	"figures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "report_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "report_file" (
	"tenant" text NOT NULL,
	"report" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "report_file_tenant_report_name_pk" PRIMARY KEY("tenant","report","name")
);
--> statement-breakpoint
CREATE INDEX "branding_host" ON "branding" USING btree ("host");--> statement-breakpoint
CREATE INDEX "report_state" ON "report" USING btree ("state","requested_at");--> statement-breakpoint
CREATE INDEX "report_by_time" ON "report" USING btree ("tenant","requested_at");