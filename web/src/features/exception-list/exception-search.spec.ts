import { buildExceptionFilter, type ExceptionSearch } from "./exception-search.js";

const interval = { from: new Date("2026-11-20T00:00:00Z"), to: new Date("2026-11-21T00:00:00Z") };
const range = { from: "2026-11-20T00:00:00.000Z", to: "2026-11-21T00:00:00.000Z" };

describe("buildExceptionFilter", () => {
  it.each<[string, ExceptionSearch, object]>([
    ["nothing chosen", {}, { scope: { clients: ["a"] }, orderBy: "SEVERITY" }],
    ["an order", { order: "oldest" }, { scope: { clients: ["a"] }, orderBy: "OLDEST" }],
    ["an order nobody knows", { order: "x" }, { scope: { clients: ["a"] }, orderBy: "SEVERITY" }],
    ["a class", { class: "price" }, { scope: { clients: ["a"], exceptionClasses: ["price"] }, orderBy: "SEVERITY" }],
    [
      "a workflow of a client",
      { workflow: "b/sync" },
      { scope: { clients: ["b"], workflows: ["sync"] }, orderBy: "SEVERITY" },
    ],
    [
      "what was resolved, in the range",
      { state: "resolved", find: "R-1" },
      { scope: { clients: ["a"] }, orderBy: "SEVERITY", search: "R-1", states: ["RESOLVED"], ...range },
    ],
    [
      "both",
      { state: "any" },
      { scope: { clients: ["a"] }, orderBy: "SEVERITY", states: ["OPEN", "RESOLVED"], ...range },
    ],
  ])("reads %s", (_, search, expected) => {
    expect(buildExceptionFilter(search, { clients: ["a"] }, interval)).toEqual(expected);
  });
});
