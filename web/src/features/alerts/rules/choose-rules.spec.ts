import { chooseRules } from "./choose-rules.js";
import type { RuleRow } from "./rules-query.js";

const rule = (id: string, part: Partial<RuleRow> = {}): RuleRow => ({
  ...{ id, version: 1, kind: "THRESHOLD", title: id, summary: "", severities: ["WARNING"], isPaused: false },
  ...{ isOfPack: true, isEditable: true, health: "OK", healthMessage: "", evaluatedAt: null, lagSeconds: 0 },
  ...{ firing: 0, pending: 0, changedAt: "2026-06-01T00:00:00Z", changedByName: null, ...part },
});
const rules = [
  rule("quiet"),
  rule("pending", { pending: 1 }),
  rule("warning", { firing: 2, summary: "Orders of {{client}}" }),
  rule("critical", { firing: 1, severities: ["CRITICAL", "WARNING"], kind: "BURN" }),
  rule("broken", { health: "ERROR" }),
  rule("paused", { health: "PAUSED", isOfPack: false }),
];
const ids = (search: Parameters<typeof chooseRules>[1]) => chooseRules(rules, search).map(({ id }) => id);

it("shows trouble first, then what fires, then what may", () =>
  expect(ids({})).toEqual(["broken", "critical", "warning", "pending", "paused", "quiet"]));

it.each([
  [{ find: "orders client" }, ["warning"]],
  [{ find: "budget" }, ["critical"]],
  [{ kind: "burn" }, ["critical"]],
  [{ state: "firing" }, ["critical", "warning"]],
  [{ state: "pending" }, ["pending"]],
  [{ state: "quiet" }, ["quiet"]],
  [{ state: "trouble" }, ["broken"]],
  [{ state: "paused" }, ["paused"]],
  [{ state: "own" }, ["paused"]],
  [{ state: "nonsense", find: "quiet" }, ["quiet"]],
])("narrows to %j", (search, expected) => expect(ids(search)).toEqual(expected));
