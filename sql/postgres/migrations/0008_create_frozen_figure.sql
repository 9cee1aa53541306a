CREATE TABLE "frozen_figure" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"hash" text NOT NULL,
	"limits" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"frozen_by" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "frozen_figure_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE INDEX "frozen_figure_by_time" ON "frozen_figure" USING btree ("tenant","frozen_at");