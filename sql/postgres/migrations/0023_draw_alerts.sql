CREATE TABLE "alert_image" (
	"tenant" text NOT NULL,
	"incident" text NOT NULL,
	"key" text NOT NULL,
	"result" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"png" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alert_image_tenant_incident_pk" PRIMARY KEY("tenant","incident")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "alert_image_key" ON "alert_image" USING btree ("key");--> statement-breakpoint
CREATE INDEX "alert_image_age" ON "alert_image" USING btree ("created_at");