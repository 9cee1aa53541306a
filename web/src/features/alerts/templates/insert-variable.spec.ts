import { insertVariable } from "./insert-variable.js";

const put = (text: string, variable: Parameters<typeof insertVariable>[2]) => {
  const start = text.indexOf("|");
  const end = text.lastIndexOf("|");
  const clean = text.replaceAll("|", "");
  const result = insertVariable(clean, { start, end: end === start ? start : end - 1 }, variable);
  return `${result.text.slice(0, result.cursor)}|${result.text.slice(result.cursor)}`;
};

it.each([
  ["a | b", { name: "count", of: "MESSAGE", kind: "TEXT" }, "a {{count}}| b"],
  ["a |old| b", { name: "count", of: "MESSAGE", kind: "TEXT" }, "a {{count}}| b"],
  ["a |old| b", { name: "isFiring", of: "MESSAGE", kind: "FLAG" }, "a {{#isFiring}}old{{/isFiring}}| b"],
  ["|", { name: "incidents", of: "MESSAGE", kind: "LIST" }, "{{#incidents}}|{{/incidents}}"],
  ["|", { name: "rule", of: "INCIDENT", kind: "TEXT" }, "{{first.rule}}|"],
  [
    "{{#incidents}}|{{/incidents}}",
    { name: "rule", of: "INCIDENT", kind: "TEXT" },
    "{{#incidents}}{{rule}}|{{/incidents}}",
  ],
  [
    "{{#incidents}}{{/incidents}}|",
    { name: "rule", of: "INCIDENT", kind: "TEXT" },
    "{{#incidents}}{{/incidents}}{{first.rule}}|",
  ],
  ["|", { name: "labels", of: "INCIDENT", kind: "GROUP" }, "{{first.labels.|}}"],
] as const)("%s", (text, variable, expected) => expect(put(text, variable)).toBe(expected));
