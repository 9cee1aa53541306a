import { chooseDomain } from "./choose-domain.js";

const minute = 60_000;
const day = 1_440 * minute;
const start = Date.parse("2026-05-04T00:00:00Z");
const lastDay = (nowMs: number) => ({ from: new Date(nowMs - day), to: new Date(nowMs) });

describe("chooseDomain", () => {
  it.each([
    ["a whole minute stays", start, start, start],
    ["just after it, the axis reaches a pixel further", start + 1, start, start + minute],
    ["and stays there until the next", start + minute - 1, start, start + minute],
    ["at which it moves", start + minute, start + minute, start + minute],
  ])("%s", (_, nowMs, firstDayEnd, end) => {
    expect(chooseDomain(lastDay(nowMs))).toEqual([firstDayEnd - day, end]);
  });

  it("takes a short range as it is: there a second can be seen", () => {
    const [from, to] = [new Date(start + 7), new Date(start + 7 + 10 * minute)];
    expect(chooseDomain({ from, to })).toEqual([from.getTime(), to.getTime()]);
  });
});
