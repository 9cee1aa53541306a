import { CALM, decideStorm, flushStorm, type StormDocument } from "./decide-storm.js";

const MINUTE = 60_000;
const item = (incident: string, at: number) => [{ incident, state: "firing" as const, at }];

function sendMany(count: number, from = CALM, isExempt = false, at = 0): { alone: number; document: StormDocument } {
  let [document, alone] = [from, 0];
  for (let index = 0; index < count; index += 1) {
    const decided = decideStorm(document, { at: at + index, items: item(`i${index}`, at), isExempt });
    document = decided.document;
    alone += decided.isSentAlone ? 1 : 0;
  }
  return { alone, document };
}

it.each([
  [19, false, 19],
  [20, false, 20],
  [21, false, 20],
  [30, false, 20],
  [100, true, 100],
  [101, true, 100],
])("of %d in ten minutes (exempt: %p) %d go out alone", (count, isExempt, alone) =>
  expect(sendMany(count, CALM, isExempt).alone).toBe(alone),
);

it("forgets what was sent more than ten minutes ago", () => {
  const { document } = sendMany(20);
  expect(decideStorm(document, { at: 10 * MINUTE + 20, items: [], isExempt: false }).isSentAlone).toBe(true);
});

it("tells a digest every five minutes, and ends after ten calm ones", () => {
  const { document } = sendMany(26);
  expect(document.nextDigestAt).toBe(5 * MINUTE + 20);
  const first = flushStorm(document, 5 * MINUTE + 20);
  expect(first.items).toHaveLength(6);
  const second = flushStorm(first.document, 10 * MINUTE + 20);
  expect(second.items).toEqual([]);
  expect(second.document.since).toBe(20);
  const third = flushStorm(second.document, 15 * MINUTE + 20);
  expect(third.document).toMatchObject({ since: null, nextDigestAt: null });
});

it("goes on while five incidents come in five minutes", () => {
  const first = flushStorm(sendMany(26).document, 5 * MINUTE + 20);
  const busy = sendMany(5, first.document, false, 6 * MINUTE);
  expect(busy.alone).toBe(0);
  expect(flushStorm(busy.document, 10 * MINUTE + 20).document).toMatchObject({ since: 20, calmSince: null });
});
