import { buildSubscriptionInput, checkSubscriptionDraft, openSubscriptionDraft } from "./subscription-draft.js";

const subscription = {
  ...{ id: "s", contact: "c", client: "north", channel: "", store: "1", partner: "", rules: ["late"] },
  ...{ severities: null, matchers: ['system="erp"'], bypass: ["CRITICAL" as const], groupBy: ["system"] },
  ...{ waitSeconds: 90, intervalSeconds: null, repeatSeconds: 7_200, pausedUntil: null },
  quietHours: { zone: "UTC", windows: [{ days: [6, 7], start: "00:00", end: "24:00" }] },
};

describe("the draft of a subscription", () => {
  it("says what the subscription said", () => {
    const { pausedUntil: _, ...rest } = subscription;
    const draft = openSubscriptionDraft(subscription, "Europe/Berlin");
    expect(buildSubscriptionInput(draft, { contact: "c", id: "s" })).toEqual({
      ...rest,
      channel: null,
      partner: null,
    });
  });

  it("is anew about what is critical and what is a warning, everywhere", () => {
    const input = buildSubscriptionInput(openSubscriptionDraft(undefined, "UTC"), { contact: "c", id: null });
    expect(input).toMatchObject({ client: null, rules: null, severities: ["CRITICAL", "WARNING"], quietHours: null });
  });

  it.each([
    ["is ready", {}, undefined],
    ["needs a severity", { severities: [] }, "Choose a severity"],
    ["needs values", { matchers: [{ label: "a", op: "=" as const, value: "" }] }, "Give each"],
    ["needs quiet times", { isQuiet: true, windows: [] }, "Add a quiet"],
    ["needs days", { isQuiet: true, windows: [{ days: [], start: "1", end: "2" }] }, "Choose the days"],
  ])("%s", (_, change, fault) => {
    const said = checkSubscriptionDraft({ ...openSubscriptionDraft(undefined, "UTC"), ...change });
    expect(said?.slice(0, fault?.length)).toBe(fault);
  });
});
