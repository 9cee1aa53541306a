import { EventTally } from "../../health/event-tally.js";
import type { IngestionMetrics } from "../../health/ingestion-metrics.js";
import type { Intake } from "../../pipeline/intake.js";
import type { KeyRates } from "./key-rates.js";

/**
 * guardIntake stands between every door and storage: it holds keys to their rate, decided once a request and for the whole of it,
 * and counts verdicts by key and source once they are durable. Its `accept` throws `HttpRefusal` 429.
 */
export function guardIntake(
  intake: Intake,
  { rates, metrics }: { rates: KeyRates; metrics: IngestionMetrics },
): Intake {
  return {
    settled: () => intake.settled(),
    async accept(batch) {
      const { key, events } = batch;
      const count = events.values.length;
      rates.take(key, count);
      const tally = new EventTally();
      try {
        const answer = await intake.accept({ ...batch, tally });
        metrics.countVerdicts(key.id, tally);
        return answer;
      } catch (cause) {
        rates.giveBack(key, count);
        throw cause;
      }
    },
  };
}
