import type { Postgres } from "@watchfloor/sql";
import { Gauge, type Registry } from "prom-client";
import { AlertFiguresRepository, type AlertFigures } from "./alert-figures.repository.js";

const HELP: Readonly<Record<keyof AlertFigures, readonly [name: string, help: string]>> = {
  lagSeconds: ["lag_seconds", "Seconds by which the evaluation of the latest rule is late."],
  rules: ["rules", "Alert rules that were ever evaluated."],
  failingRules: ["rules_failing", "Alert rules that could not be asked three times in a row."],
  limitedRules: ["rules_limited", "Alert rules of which more instances move than may."],
  evaluatedSlots: ["slots_evaluated", "Slots that were evaluated."],
  caughtUpSlots: ["slots_caught_up", "Slots that were evaluated later than they should have been."],
  skippedSlots: ["slots_skipped", "Slots that were too far back to be evaluated."],
  unpublished: ["transitions_unpublished", "Transitions that were decided and not published yet."],
  lateRows: [
    "late_rows",
    "Rows that came after their slot was evaluated, over all rules; none of them changed history.",
  ],
  openIncidents: ["incidents_open", "Incidents that are not resolved."],
};

/** collectAlertFigures adds how alerts are doing to what is scraped; they are read when they are asked for, whichever process evaluates. */
export function collectAlertFigures(registry: Registry, postgres: Postgres): void {
  const repository = new AlertFiguresRepository(postgres);
  let reading: Promise<AlertFigures | undefined> | undefined;
  /** One statement for all gauges that are asked at once. */
  const read = () => {
    reading ??= repository
      .read()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  for (const [field, [name, help]] of Object.entries(HELP)) {
    const gauge = new Gauge({
      ...{ name: `watchfloor_alert_${name}`, help, registers: [registry] },
      async collect() {
        // NOTE: the keys of HELP are those of the figures.
        gauge.set((await read())?.[field as keyof AlertFigures] ?? Number.NaN);
      },
    });
  }
}
