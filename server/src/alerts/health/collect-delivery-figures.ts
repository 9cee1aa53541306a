import type { Postgres } from "@watchfloor/sql";
import { Gauge, type Registry } from "prom-client";
import { DeliveryFiguresRepository, type DeliveryFigures, type DeliveryResult } from "./delivery-figures.repository.js";

const HELP: Readonly<Record<keyof DeliveryFigures, readonly [name: string, help: string]>> = {
  outboxDepth: ["outbox_depth", "Messages about alerts that wait."],
  outboxOldestSeconds: ["outbox_oldest_seconds", "Seconds that the oldest waiting message has waited."],
  outboxOldestCriticalSeconds: [
    "outbox_oldest_critical_seconds",
    "Seconds that the oldest critical message has waited.",
  ],
  deadLetters: ["dead_letters", "Messages that died in the last 30 days and were not sent again."],
  breakersOpen: ["breakers_open", "Contacts that are left alone because they failed five times in a row."],
  contactsDisabled: ["contacts_disabled", "Contacts that are told nothing."],
  groupLagSeconds: ["group_flush_lag_seconds", "Seconds by which the latest group is told later than it should be."],
  dispositionMismatch: [
    "disposition_mismatch",
    "What was to be told, by the last nightly count, and did not end in exactly one way.",
  ],
};

/** Scraped more often it is answered from memory. */
const KEEP_MS = 5_000;

interface Read {
  readonly figures: DeliveryFigures;
  readonly results: readonly DeliveryResult[];
}

/** collectDeliveryFigures adds how messages about alerts get through to what is scraped, read when it is asked for. */
export function collectDeliveryFigures(registry: Registry, postgres: Postgres, now: () => Date): void {
  const repository = new DeliveryFiguresRepository(postgres);
  let kept: { readonly at: number; readonly read: Promise<Read | undefined> } | undefined;
  const read = (): Promise<Read | undefined> => {
    const at = now();
    if (kept !== undefined && at.getTime() - kept.at < KEEP_MS) return kept.read;
    const reading = Promise.all([repository.read(at), repository.listResults(at)]).then(
      ([figures, results]) => ({ figures, results }),
      () => undefined,
    );
    kept = { at: at.getTime(), read: reading };
    return reading;
  };
  for (const [field, [name, help]] of Object.entries(HELP)) {
    const gauge = new Gauge({
      ...{ name: `watchfloor_alert_${name}`, help, registers: [registry] },
      async collect() {
        // NOTE: the keys of HELP are those of the figures.
        gauge.set((await read())?.figures[field as keyof DeliveryFigures] ?? Number.NaN);
      },
    });
  }
  const results = new Gauge({
    name: "watchfloor_alert_deliveries_day",
    help: "Messages that ended in the last 24 hours, by channel and result.",
    labelNames: ["channel", "result"],
    registers: [registry],
    async collect() {
      const answered = await read();
      results.reset();
      for (const { channel, state, count } of answered?.results ?? []) results.set({ channel, result: state }, count);
    },
  });
}
