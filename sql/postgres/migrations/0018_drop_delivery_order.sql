DROP INDEX "delivery_order";--> statement-breakpoint
ALTER TABLE "delivery" DROP COLUMN "incident";--> statement-breakpoint
ALTER TABLE "delivery" DROP COLUMN "seq";