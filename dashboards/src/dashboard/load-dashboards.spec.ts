import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DashboardKnowledge } from "./dashboard-knowledge.js";
import { loadDashboards } from "./load-dashboards.js";

/** Offers everything by everything: what the product's own definitions name is checked where the catalogue is. */
const ANYTHING: DashboardKnowledge = {
  dimensions: ["client", "region", "store", "channel", "partner", "workflow", "exception_class"],
  findDimensions: () => ANYTHING.dimensions,
};

const TEXT = `
id: late-prices
title: Late prices
panels:
  - { kind: kpi, id: one, title: Kept, metric: sla_attainment }
`;

describe("dashboards", () => {
  let own: string;
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), "watchfloor-dashboards-"));
  });
  afterEach(() => rmSync(own, { recursive: true }));

  it("are those of the product, each with its text", async () => {
    const files = await loadDashboards(ANYTHING, join(own, "absent"));
    expect(files.map(({ dashboard }) => dashboard.id)).toEqual(
      expect.arrayContaining(["executive", "live", "portfolio", "channels", "partners", "store", "stores"]),
    );
    for (const { text, dashboard } of files) expect(text).toContain(`id: ${dashboard.id}`);
  });

  it("are added by adding a file", async () => {
    const before = await loadDashboards(ANYTHING);
    writeFileSync(join(own, "late-prices.dashboard.yaml"), TEXT);
    writeFileSync(join(own, "notes.yaml"), "no dashboard");
    const after = await loadDashboards(ANYTHING, own);
    expect(after.map(({ dashboard }) => dashboard.id)).toEqual([
      ...before.map(({ dashboard }) => dashboard.id),
      "late-prices",
    ]);
  });

  it("of one id twice are refused with both files", async () => {
    writeFileSync(join(own, "a.dashboard.yaml"), TEXT);
    writeFileSync(join(own, "b.dashboard.yaml"), TEXT);
    await expect(loadDashboards(ANYTHING, own)).rejects.toThrow(/b\.dashboard\.yaml:1: id: .*a\.dashboard\.yaml/);
  });

  it("that do not fit are refused with file and line", async () => {
    writeFileSync(join(own, "a.dashboard.yaml"), TEXT.replace("kind: kpi", "kind: dial"));
    await expect(loadDashboards(ANYTHING, own)).rejects.toThrow(/a\.dashboard\.yaml:5: panels\.0\.kind/);
  });
});
