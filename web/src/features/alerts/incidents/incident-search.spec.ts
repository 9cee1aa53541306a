import { buildIncidentQuestion, type IncidentSearch } from "./incident-search.js";

const interval = { from: new Date("2026-11-20T00:00:00Z"), to: new Date("2026-11-21T00:00:00Z") };
const range = { from: "2026-11-20T00:00:00.000Z", to: "2026-11-21T00:00:00.000Z" };
const scope = { clients: ["a"] };
const firing = { scope, isGrouped: true, statuses: ["OPEN", "ACKNOWLEDGED"] };

describe("buildIncidentQuestion", () => {
  it.each<[string, IncidentSearch, object, string]>([
    ["nothing chosen", {}, firing, "WORST"],
    ["what nobody has taken", { state: "open" }, { ...firing, statuses: ["OPEN"] }, "WORST"],
    ["what somebody has", { state: "acknowledged" }, { ...firing, statuses: ["ACKNOWLEDGED"] }, "WORST"],
    ["a state nobody knows", { state: "x" }, firing, "WORST"],
    ["a severity", { severity: "warning" }, { ...firing, severities: ["WARNING"] }, "WORST"],
    ["a rule and words", { rule: "r", find: "erp" }, { ...firing, rules: ["r"], search: "erp" }, "WORST"],
    ["what was, in the range", { state: "resolved" }, { ...firing, statuses: ["RESOLVED"], ...range }, "NEWEST"],
  ])("reads %s", (_, search, filter, orderBy) => {
    expect(buildIncidentQuestion(search, scope, interval)).toEqual({ filter, orderBy });
  });
});
