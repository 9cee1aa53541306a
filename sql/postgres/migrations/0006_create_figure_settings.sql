CREATE TABLE "metric_assumption" (
	"tenant" text NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"low" double precision NOT NULL,
	"high" double precision NOT NULL,
	"currency" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"author" text NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "metric_assumption_tenant_client_name_effective_at_pk" PRIMARY KEY("tenant","client","name","effective_at")
);
--> statement-breakpoint
CREATE TABLE "retail_calendar" (
	"tenant" text NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"first_month" integer NOT NULL,
	"first_weekday" integer NOT NULL,
	"pattern" text NOT NULL,
	"year_start" text NOT NULL,
	"author" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retail_calendar_tenant_client_pk" PRIMARY KEY("tenant","client")
);
