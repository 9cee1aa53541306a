CREATE TABLE "rollup_rules" (
	"tenant" text PRIMARY KEY NOT NULL,
	"generation" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"parts" jsonb NOT NULL,
	"restated_from" timestamp with time zone
);
