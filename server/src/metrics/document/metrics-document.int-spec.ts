import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { METRIC_CATALOG, METRIC_FAMILIES } from "../metric-catalog.js";
import { ASSUMPTION_RULES } from "../settings/metric-assumptions.js";
import { renderMetricsDocument } from "./render-metrics-document.js";

const FILE = new URL("../../../../docs/metrics.md", import.meta.url);

describe("docs/metrics.md", () => {
  it("is the catalogue (UPDATE_METRICS=1 writes it anew)", async () => {
    const config = await resolveConfig(FILE);
    const text = await format(renderMetricsDocument(METRIC_FAMILIES, ASSUMPTION_RULES), {
      ...config,
      parser: "markdown",
    });
    if (process.env["UPDATE_METRICS"] === "1") writeFileSync(FILE, text);
    expect(readFileSync(FILE, "utf8")).toBe(text);
    for (const { id, meaning } of METRIC_CATALOG) {
      expect(text).toContain(`\`${id}\``);
      expect(text).toContain(meaning);
    }
  });
});
