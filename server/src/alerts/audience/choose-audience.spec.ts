import type { ScopeLimits } from "../../scope/scope.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import { coversPlace } from "./alert-place.js";
import { chooseAudience, type AudienceSubject, type AudienceSubscription } from "./choose-audience.js";
import { subscriptionOptions } from "./subscription-terms.js";

const ALL: ScopeLimits = { clients: null, regions: null, stores: null, channels: null, partners: null };
const ANYWHERE = { client: "", channel: "", store: "", partner: "" };
const regionOf = (client: string, store: string) => (client === "c1" && store === "s1" ? "north" : "south");
const night = { zone: "UTC", windows: [{ days: [1], start: "22:00", end: "06:00" }] };

const subject: AudienceSubject = {
  ...{ ruleId: "late", severity: "warning", labels: { workflow: "w" } },
  place: { ...ANYWHERE, client: "c1", store: "s1" },
};
const subscription = (id: string, given: Partial<AudienceSubscription> = {}): AudienceSubscription => ({
  ...{ id, contact: "ops", place: ANYWHERE, rules: null, severities: null, matchers: [], limits: [ALL] },
  options: subscriptionOptions.parse({}),
  ...given,
});
const isChosen = (given: Partial<AudienceSubscription>, about = subject) =>
  chooseAudience([subscription("a", given)], about, regionOf).size === 1;

it.each([
  [{}, true],
  [{ place: { ...ANYWHERE, client: "c1" } }, true],
  [{ place: { ...ANYWHERE, client: "c2" } }, false],
  [{ place: { ...ANYWHERE, client: "c1", store: "s2" } }, false],
  [{ rules: ["late"] }, true],
  [{ rules: ["other"] }, false],
  [{ severities: ["critical"] }, false],
  [{ severities: ["warning"] }, true],
  [{ matchers: [parseLabelMatcher('workflow=~"w|x"')] }, true],
  [{ matchers: [parseLabelMatcher("store!=s1")] }, false],
  [{ limits: null }, false],
  [{ limits: [ALL, { ...ALL, clients: ["c2"] }] }, false],
] as [Partial<AudienceSubscription>, boolean][])("%j is about it: %p", (given, expected) =>
  expect(isChosen(given)).toBe(expected),
);

it("tells a contact once, by the options of the narrowest, past quiet hours if any says so", () => {
  const quiet = (bypass: string[]) => subscriptionOptions.parse({ quietHours: night, bypass });
  const chosen = chooseAudience(
    [
      subscription("store", { place: { ...ANYWHERE, client: "c1", store: "s1" }, options: quiet([]) }),
      subscription("tenant", { options: quiet(["warning"]) }),
      subscription("client", { place: { ...ANYWHERE, client: "c1" }, options: quiet([]) }),
      subscription("other", { contact: "chat", options: quiet([]) }),
    ],
    subject,
    regionOf,
  );
  expect(
    [...chosen.values()].map(({ contact, subscription: id, passesQuietHours }) => [contact, id, passesQuietHours]),
  ).toEqual([
    ["chat", "other", false],
    ["ops", "store", true],
  ]);
});

it.each([
  [{ clients: ["c1"] }, true],
  [{ clients: ["c2"] }, false],
  [{ clients: [] }, false],
  [{ stores: ["s1"] }, true],
  [{ stores: ["c1/s1"] }, true],
  [{ stores: ["c2/s1"] }, false],
  [{ regions: ["north"] }, true],
  [{ regions: ["south"] }, false],
  [{ channels: ["web"] }, false],
  [{ partners: ["p"] }, false],
])("limits %j cover it: %p", (limits, expected) =>
  expect(coversPlace({ ...ALL, ...limits }, subject.place, regionOf)).toBe(expected),
);

it("tells nobody who is limited to stores what is said of a whole client", () => {
  const place = { ...ANYWHERE, client: "c1" };
  expect(coversPlace({ ...ALL, stores: ["s1"] }, place, regionOf)).toBe(false);
  expect(coversPlace({ ...ALL, regions: ["south"] }, place, regionOf)).toBe(false);
  expect(coversPlace({ ...ALL, clients: ["c1"] }, place, regionOf)).toBe(true);
});
