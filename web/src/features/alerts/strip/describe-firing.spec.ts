import { describeFiring } from "./describe-firing.js";

const none = { critical: 0, warning: 0, info: 0, acknowledged: 0 };

describe("describeFiring", () => {
  it.each([
    [none, null],
    [
      { ...none, critical: 1, warning: 2, acknowledged: 1 },
      { shape: "late", words: "1 critical, 2 warnings, 1 acknowledged" },
    ],
    [
      { ...none, warning: 1 },
      { shape: "risk", words: "1 warning" },
    ],
    [
      { ...none, acknowledged: 2 },
      { shape: "risk", words: "2 acknowledged" },
    ],
    [
      { ...none, info: 3 },
      { shape: "ok", words: "3 for information" },
    ],
  ])("says %j", (incidentStanding, expected) => {
    expect(describeFiring({ incidentStanding })).toEqual(expected);
  });
});
