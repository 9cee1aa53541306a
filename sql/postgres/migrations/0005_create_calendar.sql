CREATE TABLE "calendar" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"time_zone" text NOT NULL,
	"week" jsonb NOT NULL,
	CONSTRAINT "calendar_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "calendar_exception" (
	"tenant" text NOT NULL,
	"calendar" text NOT NULL,
	"date" date NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"hours" jsonb NOT NULL,
	CONSTRAINT "calendar_exception_tenant_calendar_date_pk" PRIMARY KEY("tenant","calendar","date")
);
--> statement-breakpoint
ALTER TABLE "declared_feed" ADD COLUMN "calendar" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "store" ADD COLUMN "calendar" text DEFAULT '' NOT NULL;