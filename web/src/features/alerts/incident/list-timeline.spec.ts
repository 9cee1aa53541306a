import type { IncidentStory } from "./incident-query.js";
import { listTimeline } from "./list-timeline.js";

type Entry = IncidentStory["timeline"][number];
const at = (minute: number): string => `2026-11-22T07:${String(minute).padStart(2, "0")}:00.000Z`;
const entry = (minute: number, kind: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id: `${kind}${minute}`, at: at(minute), kind, author: null, text: "" },
  ...more,
});
const transition = (minute: number, kind: string, state: string) => ({
  ...{ id: `t${minute}`, kind, state, fromState: "firing", reason: null, slotAt: at(minute), value: 2, threshold: 1 },
  evidence: "{}",
});
const nameOf = (id: string | null): string => ({ a: "Ada", b: "Ben" })[id ?? ""] ?? "somebody who left";

describe("listTimeline", () => {
  it("tells what people and the product did, the newest first", () => {
    const timeline = [
      entry(1, "fired", { text: "Orders fail" }),
      entry(2, "acknowledged", { author: "a", text: "on it" }),
      entry(3, "assigned", { author: "a", text: "b" }),
      entry(4, "assigned", { author: "b", text: "b" }),
      entry(5, "assigned", { author: "b" }),
      entry(6, "acknowledgement_expired", { text: "The acknowledgement is over." }),
      entry(7, "note", { author: "x", text: "known" }),
      entry(9, "resolved", { text: "cleared" }),
    ];
    const transitions = [transition(1, "fired", "firing"), transition(8, "history", "recovering")];
    const rows = listTimeline({ timeline, transitions }, nameOf);
    expect(rows.map(({ words, text }) => [words, text])).toEqual([
      ["Over: it recovered by itself", ""],
      ["The condition is no longer met: recovering", ""],
      ["somebody who left wrote", "known"],
      ["The acknowledgement is over, and it fires still", ""],
      ["Ben gave it to nobody", ""],
      ["Ben took it", ""],
      ["Ada gave it to Ben", ""],
      ["Ada acknowledged it", "on it"],
      ["Fired", "Orders fail"],
    ]);
    expect(rows.at(-1)?.transition?.id).toBe("t1");
  });

  it("never says recovered where no data came", () => {
    const [row] = listTimeline({ timeline: [entry(1, "resolved", { text: "no_data" })], transitions: [] }, nameOf);
    expect(row?.words).toMatch(/state unknown/);
  });
});
