import fc from "fast-check";
import { parse } from "yaml";
import { renderYaml } from "./render-yaml.js";

it("writes a rule as people write it", () => {
  const rule = {
    id: "orders-failing",
    title: "Orders fail: often",
    summary: "{{value}} of the orders fail",
    filter: { workflows: ["order-to-erp"] },
    op: ">",
    levels: [{ severity: "critical", threshold: 0.2, recoveryThreshold: 0.1 }],
    labels: {},
  };
  expect(renderYaml(rule)).toBe(`id: orders-failing
title: "Orders fail: often"
summary: "{{value}} of the orders fail"
filter: { workflows: [order-to-erp] }
op: ">"
levels: [{ severity: critical, threshold: 0.2, recoveryThreshold: 0.1 }]
labels: {}
`);
});

it("breaks what is long into a block", () => {
  const long = {
    levels: ["critical", "warning", "info"].map((severity) => ({ severity, threshold: 1, recoveryThreshold: 0.5 })),
  };
  expect(renderYaml(long)).toBe(`levels:
  - { severity: critical, threshold: 1, recoveryThreshold: 0.5 }
  - { severity: warning, threshold: 1, recoveryThreshold: 0.5 }
  - { severity: info, threshold: 1, recoveryThreshold: 0.5 }
`);
});

it.each([
  "yes",
  "null",
  "12",
  "1e3",
  "a: b",
  "- a",
  "# a",
  "",
  " a",
  "a ",
  "{{x}}",
  "tab\there",
  "two\nlines",
  "~",
  "2026-01-01",
])("reads %j back as the same text", (text) => expect(parse(renderYaml({ text }))).toEqual({ text }));

it("reads back whatever was written", () => {
  const key = fc.stringMatching(/^[a-zA-Z_]\w{0,9}$/).filter((name) => name !== "__proto__");
  const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
      fc.boolean(),
      fc.constant(null),
    ),
    tree: fc.oneof(
      { depthSize: "small" },
      tie("leaf"),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), (value) => {
      expect(parse(renderYaml(value))).toEqual(value);
    }),
  );
});
