import { GOLDEN_BOOK } from "../testing/golden-book.js";
import { buildClocks, countClockNumbers } from "./build-clocks.js";

const [policy] = GOLDEN_BOOK.policies;
const [correction] = GOLDEN_BOOK.corrections;
if (policy === undefined || correction === undefined) throw new Error("the golden book is empty");
const everywhere = { ...correction, client: "" };
const book = { ...GOLDEN_BOOK, policies: [policy], corrections: [] };
const codes = (given: typeof GOLDEN_BOOK) => buildClocks(given).clocks.map(({ code }) => code);

describe("buildClocks", () => {
  it.each<[string, typeof GOLDEN_BOOK, number]>([
    ["none where the wall clock is never corrected", book, 0],
    [
      "one for each calendar that a policy names",
      { ...book, policies: [policy, { ...policy, calendar: "hostile" }] },
      1,
    ],
    ["those of stores where policies go by them", { ...book, policies: [{ ...policy, calendar: "@store" }] }, 1],
    ["the wall clock where a correction is for everybody", { ...book, corrections: [everywhere] }, 1],
    ["one more for a correction of one client", { ...book, corrections: [everywhere, correction] }, 2],
    [
      "none for a place of no policy",
      { ...book, policies: [{ ...policy, client: "c2" }], corrections: [correction] },
      0,
    ],
    [
      "one for each combination that a run can lie in: a client or its store, and with each a workflow",
      {
        ...book,
        corrections: [correction, { ...correction, store: "s1" }, { ...correction, client: "", workflow: "w" }],
      },
      5,
    ],
  ])("lists %s", (_, given, count) => {
    expect(codes(given)).toHaveLength(count);
    expect(new Set(codes(given)).size).toBe(count);
  });

  it("names a clock alike while its corrections change, and apart from every other", () => {
    const one = buildClocks({ ...book, corrections: [correction] }).clocks;
    const two = buildClocks({ ...book, corrections: [correction, { ...correction, id: "y" }] }).clocks;
    expect(one.map(({ id }) => id)).toEqual(two.map(({ id }) => id));
    expect(two[0]?.corrections).toHaveLength(2);
    const all = buildClocks({ ...GOLDEN_BOOK, corrections: [everywhere, correction] }).clocks;
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("needs a number for each calendar and place", () => {
    const stores = Array.from({ length: 300 }, (_, index) => ({ ...correction, id: `x${index}`, store: `s${index}` }));
    const plan = buildClocks({ ...book, corrections: [everywhere, ...stores] });
    expect([plan.clocks.length, countClockNumbers(plan)]).toEqual([301, 301]);
  });
});
