import type { Postgres } from "@watchfloor/sql";
import { Gauge, type Registry } from "prom-client";
import { ImageFiguresRepository } from "./image-figures.repository.js";

const RESULTS = ["made", "late", "failed"];

/** collectImageFigures adds how many charts of messages were made, came too late or failed, read when it is asked for. */
export function collectImageFigures(registry: Registry, postgres: Postgres, now: () => Date): void {
  const repository = new ImageFiguresRepository(postgres);
  const gauge = new Gauge({
    name: "watchfloor_alert_images_day",
    help: "Charts of alerts in the last 24 hours: made, late or failed; a message never waits for one.",
    labelNames: ["result"],
    registers: [registry],
    async collect() {
      const found = await repository.listResults(now()).catch(() => undefined);
      gauge.reset();
      for (const result of RESULTS)
        gauge.set(
          { result },
          found === undefined ? Number.NaN : (found.find((each) => each.result === result)?.count ?? 0),
        );
    },
  });
}
