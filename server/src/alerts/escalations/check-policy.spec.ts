import { checkPolicy, type PolicyWish } from "./check-policy.js";

const step = (afterMinutes: number, contacts: string[], repeats = false) => ({ afterMinutes, contacts, repeats });
const wish = (given: Partial<PolicyWish> = {}): PolicyWish => ({
  ...{
    id: "nights",
    expectedVersion: 0,
    title: "Nights",
    client: "",
    severities: ["critical"],
    matchers: [],
    loops: 0,
  },
  ...{ steps: [step(0, ["a"]), step(15, ["b"])], ...given },
});
const check = (given: Partial<PolicyWish>) => {
  const checked = checkPolicy(wish(given), new Set(["a", "b", "c"]));
  return "code" in checked ? checked.code : "ok";
};

it.each([
  ["two steps", {}, "ok"],
  ["an id with capitals", { id: "Nights" }, "INVALID_TITLE"],
  ["no title", { title: " " }, "INVALID_TITLE"],
  ["no step", { steps: [] }, "INVALID_STEPS"],
  ["ten steps that repeat", { steps: Array.from({ length: 10 }, () => step(1, ["a"], true)) }, "ok"],
  ["eleven steps", { steps: Array.from({ length: 11 }, () => step(1, ["a"], true)) }, "INVALID_STEPS"],
  ["a step without contacts", { steps: [step(0, [])] }, "INVALID_STEPS"],
  ["a wait below zero", { steps: [step(-1, ["a"])] }, "INVALID_STEPS"],
  ["a wait of more than a week", { steps: [step(10_081, ["a"])] }, "INVALID_STEPS"],
  ["an unknown contact", { steps: [step(0, ["x"])] }, "NOT_FOUND"],
  ["a contact twice in a step", { steps: [step(0, ["a", "a"])] }, "INVALID_STEPS"],
  ["a step whose contact was told before", { steps: [step(0, ["a"]), step(5, ["a"])] }, "INVALID_STEPS"],
  ["the same, and it repeats", { steps: [step(0, ["a"]), step(5, ["a"], true)] }, "ok"],
  ["the same with somebody new", { steps: [step(0, ["a"]), step(5, ["a", "b"])] }, "ok"],
  ["rounds in which nobody is told", { loops: 1 }, "INVALID_STEPS"],
  ["rounds", { loops: 3, steps: [step(5, ["a"], true)] }, "ok"],
  ["rounds without a wait", { loops: 1, steps: [step(0, ["a"], true)] }, "INVALID_STEPS"],
  ["too many rounds", { loops: 4, steps: [step(5, ["a"], true)] }, "INVALID_STEPS"],
  ["no severity", { severities: [] }, "INVALID_FILTER"],
  ["what is no matcher", { matchers: ["what?"] }, "INVALID_FILTER"],
] as [string, Partial<PolicyWish>, string][])("%s: %s", (_, given, expected) => expect(check(given)).toBe(expected));
