import {
  buildInhibitionInput,
  checkInhibitionDraft,
  openInhibitionDraft,
  type InhibitionDraft,
} from "./inhibition-draft.js";

const whole: InhibitionDraft = {
  title: " ERP explains orders ",
  source: [{ label: "rule", op: "=", value: "erp-down" }],
  target: [{ label: "system", op: "=", value: "erp" }],
  equal: ["client"],
};

describe("an inhibition as somebody writes it", () => {
  it("becomes what the server is asked to keep, and what was kept becomes it again", () => {
    const input = buildInhibitionInput(whole, "one");
    expect(input).toEqual({
      ...{ id: "one", title: "ERP explains orders", equal: ["client"] },
      ...{ source: ['rule="erp-down"'], target: ['system="erp"'] },
    });
    const { title, source, target } = input;
    const kept = {
      id: "one",
      title,
      source,
      target,
      equal: ["client"],
      mutedCount: 0,
      createdByName: "A",
      changedAt: "",
    };
    expect(openInhibitionDraft(kept)).toEqual({ ...whole, title: "ERP explains orders" });
  });

  it.each([
    [{}, undefined],
    [{ title: " " }, "Give it a title."],
    [{ source: [] }, "Say which alerts mute."],
    [{ source: [{ label: "rule", op: "=", value: "" }] }, "Say which alerts mute."],
    [{ target: [{ label: "", op: "=", value: "x" }] }, "Say which alerts are muted."],
  ] as const)("%j: %s", (change, lacks) => {
    expect(checkInhibitionDraft({ ...whole, ...change })).toBe(lacks);
  });

  it("begins with both sides to be filled in", () => {
    expect(checkInhibitionDraft(openInhibitionDraft(undefined))).toBe("Say which alerts mute.");
  });
});
