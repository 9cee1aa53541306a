import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SERIOUS = ["serious", "critical"];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** findPageFaults lists what axe finds serious or critical on a page; `only` limits it to some rules. */
export async function findPageFaults(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("typeof axe === 'object'"))) await page.evaluate(AXE);
  const options = { resultTypes: ["violations"], ...(only === undefined ? {} : { runOnly: only }) };
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${JSON.stringify(options)}).then((report) => report.violations)`,
  );
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact))
    .map(({ id, nodes }) => {
      const [first] = nodes;
      return `${id} (${nodes.length}): ${first?.html.slice(0, 200) ?? ""} ${first?.failureSummary.slice(0, 300) ?? ""}`;
    });
}
