import { describeDelay } from "./describe-delay.js";

const proposal = { source: "pos-cloud", measuredSeconds: 812, proposedSeconds: 900 };

describe("describeDelay", () => {
  it("says how long a rule waits, and no more where that is enough", () => {
    expect(describeDelay(60, { lateRows: 0, delayProposal: null })).toEqual({
      text: "Waits 1 min for what arrives late",
      help: "",
      isTooShort: false,
    });
    expect(describeDelay(60, { lateRows: null, delayProposal: null }).help).toBe("");
  });

  it("says what came later, what was measured, and what to wait for instead", () => {
    const { help, isTooShort } = describeDelay(60, { lateRows: 1_234, delayProposal: proposal });
    expect(isTooShort).toBe(true);
    expect(help).toMatch(/99\.5 % of what pos-cloud .* a delay of 15 min \(delaySeconds: 900\)/);
    expect(help).toMatch(/rows came later than that\.$/);
  });
});
