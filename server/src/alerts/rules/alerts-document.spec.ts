import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { parseAlertRule } from "@watchfloor/dashboards";
import { ALERT_RULE_KNOWLEDGE } from "./alert-rule-knowledge.js";

const text = readFileSync(resolve(import.meta.dirname, "../../../../docs/alerts.md"), "utf8");

describe("docs/alerts.md", () => {
  it("shows a rule that is accepted", () => {
    const block = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    const { rules } = parse(block) as { rules: readonly unknown[] };
    expect(rules).toHaveLength(1);
    expect(parseAlertRule(JSON.stringify(rules[0]), ALERT_RULE_KNOWLEDGE)).toMatchObject({
      id: "erp-slow",
      kind: "threshold",
    });
  });
});
