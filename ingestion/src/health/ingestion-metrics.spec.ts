import { readFileSync } from "node:fs";
import { EventTally } from "./event-tally.js";
import { IngestionMetrics } from "./ingestion-metrics.js";

const DOCUMENT = readFileSync(new URL("../../../docs/operations.md", import.meta.url), "utf8");

describe("IngestionMetrics", () => {
  it("counts verdicts by key and source, and keeps the number of series in bounds", async () => {
    const metrics = new IngestionMetrics();
    for (let request = 0; request < 1_200; request += 1) {
      const tally = new EventTally();
      for (let event = 0; event < 3; event += 1) tally.count(`source-${request}`, "accepted");
      tally.count(`source-${request}`, "duplicate");
      tally.count("", "rejected");
      metrics.countVerdicts("key-1", tally);
    }
    const lines = (await metrics.render())
      .split("\n")
      .filter((line) => line.startsWith("watchfloor_ingest_events_total"));
    expect(lines).toContain('watchfloor_ingest_events_total{key="key-1",source="source-0",verdict="accepted"} 3');
    expect(lines).toContain('watchfloor_ingest_events_total{key="key-1",source="other",verdict="accepted"} 600');
    expect(lines).toContain('watchfloor_ingest_events_total{key="key-1",source="other",verdict="rejected"} 1200');
    expect(lines).toHaveLength(2 * 1_000 + 3);
  });

  it("is documented, metric by metric", async () => {
    const metrics = new IngestionMetrics();
    for (const gauge of ["spool_bytes", "waiting_requests", "stored_events"]) metrics.addGauge(gauge, gauge, () => 0);
    const served = [...(await metrics.render()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    const documented = [...DOCUMENT.matchAll(/^\| `(watchfloor_ingest_\w+)` +\|/gm)].map(([, name]) => name);
    expect(documented.sort()).toEqual(served.sort());
  });
});
