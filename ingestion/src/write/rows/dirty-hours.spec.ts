import { SubjectState } from "../../resolve/subject-state.js";
import { DirtyHours } from "./dirty-hours.js";

const NOW = Date.parse("2026-06-01T12:10:00Z");

/** The hours that are marked for runs with such parts. */
function mark(...subjects: { tenant?: string; parts: readonly (readonly [string, Record<string, string>?])[] }[]) {
  const dirty = new DirtyHours(() => new Date(NOW));
  dirty.clear();
  for (const { tenant = "t", parts } of subjects) {
    const state = new SubjectState({ tenant, kind: "run", client: "c", workflow: "w", id: "r" });
    for (const [index, [time, instants = {}]] of parts.entries()) {
      const body = Object.fromEntries(Object.entries(instants).map(([name, at]) => [name, Date.parse(at)]));
      state.add({ source: "s", id: String(index), name: "n", timeMs: Date.parse(time), contentHash: 1, body });
    }
    dirty.add(state);
  }
  return dirty.list().rows.toBuffer().toString().trimEnd().split("\n").sort();
}

describe("DirtyHours", () => {
  it.each([
    [
      "the hour of every part",
      { parts: [["2026-06-01T01:59:59.999Z"], ["2026-06-01T02:00:00Z"]] },
      ["t\t2026-06-01 01:00:00", "t\t2026-06-01 02:00:00"],
    ],
    [
      "start, deadline and raising that a part tells",
      {
        parts: [
          [
            "2026-06-01T05:00:00Z",
            {
              startedAtMs: "2026-05-31T23:30:00Z",
              dueAtMs: "2026-06-01T06:00:00Z",
              raisedAtMs: "2026-05-01T00:00:00Z",
            },
          ],
        ],
      },
      ["t\t2026-05-01 00:00:00", "t\t2026-05-31 23:00:00", "t\t2026-06-01 05:00:00", "t\t2026-06-01 06:00:00"],
    ],
    ["an hour once", { parts: [["2026-06-01T05:00:00Z"], ["2026-06-01T05:30:00Z"]] }, ["t\t2026-06-01 05:00:00"]],
    ["hours that ended 20 minutes ago", { parts: [["2026-06-01T10:59:59Z"]] }, ["t\t2026-06-01 10:00:00"]],
    [
      "no hours that ended later, nor those to come",
      { parts: [["2026-06-01T11:00:00Z"], ["2026-06-01T12:00:00Z", { dueAtMs: "2026-07-01T00:00:00Z" }]] },
      [""],
    ],
  ] as const)("marks %s", (_, subject, expected) => {
    expect(mark(subject)).toEqual(expected);
  });

  it("keeps tenants apart", () => {
    const parts = [["2026-06-01T05:00:00Z"]] as const;
    expect(mark({ tenant: "a\tb", parts }, { tenant: "c", parts })).toEqual([
      "a\\tb\t2026-06-01 05:00:00",
      "c\t2026-06-01 05:00:00",
    ]);
  });
});
