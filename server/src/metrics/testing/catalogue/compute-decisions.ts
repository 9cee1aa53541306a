import type { CatalogueFacts, DecisionFact, FactRange } from "./catalogue-facts.js";
import { independentMaths } from "./independent-maths.js";

const { countOf, gather, share, sumOf } = independentMaths;

const DAY = 86_400_000;
const tenthOf = (confidence: number | undefined) =>
  confidence === undefined ? 10 : Math.min(9, Math.floor(confidence * 10));

/** computeDecisions answers the figures of decisions by their definitions in words. */
export function computeDecisions(facts: CatalogueFacts, range: FactRange): Record<string, () => number | null> {
  const isIn = (ms: number) => ms >= range.from && ms < range.to;
  const known = facts.decisions.filter(({ made }) => (made[0]?.time ?? Infinity) < range.asOf);
  const made = known.filter((fact) => isIn(fact.made[0]?.time ?? 0));
  const reviewed = known.flatMap((fact) => {
    const newest = fact.reviews.filter(({ time }) => time < range.asOf).at(-1);
    const stated = fact.made.filter(({ time }) => time < range.asOf).at(-1);
    return newest !== undefined && isIn(newest.time)
      ? [{ verdict: newest.verdict, confidence: stated?.confidence }]
      : [];
  });
  const judged = reviewed.filter(({ confidence }) => confidence !== undefined);
  const verdicts = (verdict: string) => countOf(reviewed, (each) => each.verdict === verdict);
  return {
    decisions_made: () => made.length,
    acceptance_rate: () => share(verdicts("accepted"), reviewed.length),
    override_rate: () => share(verdicts("overridden"), reviewed.length),
    calibration_error: () => {
      const tenths = gather(judged, ({ confidence }) => tenthOf(confidence));
      const gaps = tenths.map((rows) => {
        const stated = sumOf(rows, ({ confidence }) => confidence ?? 0) / rows.length;
        return rows.length * Math.abs(stated - countOf(rows, ({ verdict }) => verdict === "accepted") / rows.length);
      });
      return share(
        sumOf(gaps, (gap) => gap),
        judged.length,
      );
    },
    model_drift: () => {
      const events = (from: number, to: number) =>
        facts.decisions.flatMap((fact: DecisionFact) => fact.made.filter(({ time }) => time >= from && time < to));
      const now = events(range.from, range.to);
      const before = events(range.questionFrom - 28 * DAY, range.questionFrom);
      if (now.length === 0 || before.length === 0) return null;
      const index = (read: (each: (typeof now)[number]) => string | number) =>
        sumOf([...new Set([...now, ...before].map(read))], (name) => {
          const [p = 0, q = 0] = [now, before].map((rows) =>
            Math.max(countOf(rows, (each) => read(each) === name) / rows.length, 0.0001),
          );
          return (p - q) * Math.log(p / q);
        });
      return Math.max(
        index(({ confidence }) => tenthOf(confidence)),
        index(({ action }) => action),
      );
    },
  };
}
