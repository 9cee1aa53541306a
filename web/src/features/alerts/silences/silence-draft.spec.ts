import { buildSilenceInput, checkSilenceDraft, listQuickEnds, writeLocal } from "./silence-draft.js";

const zone = "Europe/Berlin";
const now = new Date("2026-04-10T12:30:00Z");
const draft = {
  matchers: [{ label: "rule", op: "=" as const, value: "late" }],
  start: "",
  end: "2026-04-10T16:00",
  comment: "Works on the ERP",
};

describe("the draft of a silence", () => {
  it.each([
    ["is ready", {}, undefined],
    ["needs a condition", { matchers: [] }, "Add a condition"],
    ["needs a value", { matchers: [{ label: "rule", op: "=" as const, value: "" }] }, "Give a condition"],
    ["needs an end", { end: "" }, "Say when"],
    ["ends after now", { end: "2026-04-10T14:30" }, "It must end after"],
    ["ends after its start", { start: "2026-04-10T17:00" }, "It must end after"],
    ["may be 30 days", { end: "2026-05-10T14:30" }, undefined],
    ["may not be longer", { end: "2026-05-10T14:32" }, "It may last"],
    ["needs a reason", { comment: " " }, "Say why"],
  ])("%s", (_, change, fault) => {
    const said = checkSilenceDraft({ ...draft, ...change }, now, zone);
    expect(said?.slice(0, fault?.length)).toBe(fault);
  });

  it("has quick ends by the wall clock", () =>
    expect(listQuickEnds(draft, now, zone).map(({ end }) => end)).toEqual([
      "2026-04-10T15:30",
      "2026-04-10T18:30",
      "2026-04-11T09:00",
      "2026-04-17T14:30",
      "2026-05-10T14:30",
    ]));

  it("is asked for in UTC, from now where no start is told", () => {
    expect(buildSilenceInput(draft, { timeZone: zone, replaces: "s" })).toEqual({
      matchers: ['rule="late"'],
      startsAt: null,
      endsAt: "2026-04-10T14:00:00.000Z",
      comment: "Works on the ERP",
      replaces: "s",
    });
    const later = buildSilenceInput({ ...draft, start: writeLocal(now, zone) }, { timeZone: zone, replaces: null });
    expect(later.startsAt).toBe("2026-04-10T12:30:00.000Z");
  });
});
