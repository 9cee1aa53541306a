import {
  buildPolicyId,
  buildPolicyInput,
  checkPolicyDraft,
  openPolicyDraft,
  type PolicyDraft,
} from "./policy-draft.js";

const whole: PolicyDraft = {
  ...{ title: " Nights ", client: "", severities: ["CRITICAL"], loops: 1 },
  matchers: [{ label: "system", op: "=", value: "erp" }],
  steps: [{ minutes: "0", contacts: ["a"], repeats: true }],
};
const step = (minutes: string, contacts: string[]) => ({ steps: [{ minutes, contacts, repeats: false }] });

describe("a policy as somebody writes it", () => {
  it("becomes what the server is asked to save, and what was saved becomes it again", () => {
    const input = buildPolicyInput(whole, { id: "nights", version: 3 });
    expect(input).toEqual({
      ...{ id: "nights", expectedVersion: 3, title: "Nights", client: null, severities: ["CRITICAL"], loops: 1 },
      ...{ matchers: ['system="erp"'], steps: [{ afterMinutes: 0, contacts: ["a"], repeats: true }] },
    });
    const kept = { id: "nights", version: 3, coveredCount: 0, isDeleted: false, createdByName: "A", createdAt: "" };
    const { title, severities, steps } = input;
    const policy = { ...kept, title, client: null, severities: severities ?? [], matchers: ['system="erp"'], loops: 1 };
    expect(openPolicyDraft({ ...policy, steps: steps.map((each) => ({ ...each, repeats: true })) }, "c")).toEqual({
      ...whole,
      title: "Nights",
    });
  });

  it.each([
    [{}, undefined],
    [{ title: " " }, "Give it a title."],
    [{ severities: [] }, "Choose how bad what it is for must be."],
    [{ matchers: [{ label: "", op: "=", value: "" }] }, "A condition names a label."],
    [{ steps: [] }, "Add a step."],
    [step("5", []), "Choose who is told by step 1."],
    [step("", ["a"]), "Step 1 waits for 0 to 10,080 whole minutes."],
    [step("1.5", ["a"]), "Step 1 waits for 0 to 10,080 whole minutes."],
    [step("10081", ["a"]), "Step 1 waits for 0 to 10,080 whole minutes."],
    [step("10080", ["a"]), undefined],
  ] as const)("%j: %s", (change, lacks) => {
    expect(checkPolicyDraft({ ...whole, ...change })).toBe(lacks);
  });

  it.each([
    ["Nights and week-ends", [], "nights-and-week-ends"],
    ["Über Nacht!", [], "uber-nacht"],
    ["Nights", ["nights", "nights-2"], "nights-3"],
    ["!!!", [], "policy"],
  ])("%s is called %3$s", (title, taken, id) => {
    expect(buildPolicyId(title, taken)).toBe(id);
  });
});
