import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decideCorrection, requestCorrection } from "@watchfloor/sql";
import type { IncidentRecord } from "../../alerts/incidents/incident-record.js";
import { IncidentRepository } from "../../alerts/incidents/incident.repository.js";
import { IncidentViews } from "../../alerts/incidents/incident-views.service.js";
import { AnomaliesService } from "../../anomalies/list/anomalies.service.js";
import { AnomalyRepository } from "../../anomalies/list/anomaly.repository.js";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildScope } from "../../scope/scope.js";
import { SlaService } from "../../sla/sla.service.js";
import type { Annotation, AnnotationKind } from "./annotation.js";
import { AnnotationRepository } from "./annotation.repository.js";
import { AnnotationsService } from "./annotations.service.js";

const now = new Date("2026-04-10T12:00:00Z");
const range = { from: new Date("2026-04-01T00:00:00Z"), to: new Date("2026-04-08T00:00:00Z") };
const scopeOf = (tenant: string, limits: { clients?: string[]; stores?: string[] } = {}) =>
  buildScope({ tenant, role: "operations", subjectId: "p", ...limits });

interface RunParts {
  readonly run: string;
  readonly at: string;
  readonly tenant?: string;
  readonly client?: string;
  readonly store?: string;
  readonly workflow?: string;
  readonly change?: string;
  readonly workflowVersion?: string;
}

function runRow(parts: RunParts) {
  const { run, at, tenant = "t1", client = "c1", store = "s1", workflow = "promotion-launch", change = "" } = parts;
  return {
    ...{ tenant, client, store, workflow, run, change, target: change === "" ? "" : `store=${store}`, version: 1 },
    ...{ workflow_version: parts.workflowVersion ?? "", started_at: at, finished_at: at, outcome: "succeeded" },
    ...{ day: at.slice(0, 10), attributes: change === "" ? {} : { title: "Spring offer" } },
  };
}

/** One that goes on since before the range with what it caused, one of another client, one for information alone, one that was over before. */
function listIncidents(tenant: string): Omit<IncidentRecord, "tenant">[] {
  const incident = (id: string, at: string, more: Partial<IncidentRecord> = {}): Omit<IncidentRecord, "tenant"> => ({
    ...{ id, ruleId: "r", ruleVersion: 1, fingerprint: id, labels: {}, severity: "warning", status: "open" },
    ...{ client: "c1", channel: "", store: "", partner: "", value: 1, threshold: 0, title: `${id} of ${tenant}` },
    ...{ firedAt: new Date(at), resolvedAt: null, resolveReason: null, isMuted: false, owner: null },
    ...{ acknowledgedBy: null, acknowledgedAt: null, acknowledgedUntil: null, parent: null, cause: null },
    ...more,
  });
  return [
    incident("c1", "2026-03-31T09:00:00Z", { title: `c1 of ${tenant}, goes on` }),
    incident("s1", "2026-04-03T09:00:00Z", { store: "s1", parent: "c1", cause: "system erp" }),
    incident("c2", "2026-04-02T09:00:00Z", { client: "c2" }),
    incident("info", "2026-04-02T10:00:00Z", { severity: "info" }),
    incident("over", "2026-03-30T09:00:00Z", { status: "resolved", resolvedAt: new Date("2026-03-31T00:00:00Z") }),
  ];
}

describe("annotations", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-annotations-"));
  let world: MetricsWorld;
  let service: AnnotationsService;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, now);
    const { clickhouse, postgres, registry } = world;
    await insertRows(clickhouse, "run", [
      runRow({ run: "a", at: "2026-04-02 08:00:00.000", change: "spring" }),
      runRow({ run: "b", at: "2026-04-02 09:00:00.000", change: "spring", store: "s2" }),
      runRow({ run: "c", at: "2026-04-03 09:00:00.000", change: "other", client: "c2", store: "s3" }),
      runRow({ run: "d", at: "2026-04-03 09:00:00.000", change: "theirs", tenant: "t2" }),
      runRow({ run: "e", at: "2026-03-20 09:00:00.000", change: "before" }),
      runRow({ run: "f", at: "2026-04-03 09:00:00.000", change: "price", workflow: "price-sync" }),
      runRow({ run: "g", at: "2026-03-25 09:00:00.000", workflow: "price-sync", workflowVersion: "v6" }),
      runRow({ run: "h", at: "2026-04-04 09:00:00.000", workflow: "price-sync", workflowVersion: "v6" }),
      runRow({ run: "i", at: "2026-04-05 09:00:00.000", workflow: "price-sync", workflowVersion: "v7", store: "s2" }),
    ]);
    for (const [tenant, reason] of [
      ["t1", "Stock count"],
      ["t2", "of theirs"],
    ] as const) {
      const asked = { id: reason, reason, author: "a", requestedAt: now };
      const times = { from: new Date("2026-04-06T00:00:00Z"), to: new Date("2026-04-06T06:00:00Z") };
      await requestCorrection(postgres, tenant, { ...asked, ...times, client: "c1" });
      await requestCorrection(postgres, tenant, { ...asked, ...times, id: `${reason} 2`, reason: "never approved" });
      await decideCorrection(postgres, tenant, { id: reason, verdict: "approve", by: "b", now });
    }
    const anomalies = new AnomaliesService({ repository: new AnomalyRepository(clickhouse), registry, now: () => now });
    const sla = new SlaService({ clickhouse, postgres, registry, now: () => now });
    const incidents = new IncidentViews({ postgres, registry });
    service = new AnnotationsService({
      ...{ repository: new AnnotationRepository(clickhouse), registry, anomalies, sla, incidents },
    });
    for (const tenant of ["t1", "t2"]) await new IncidentRepository(postgres).open(tenant, listIncidents(tenant), []);
  }, 90_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true });
  });

  async function list(
    scope = scopeOf("t1"),
    kinds: AnnotationKind[] = ["PROMOTION", "RELEASE", "CORRECTION"],
    filter = {},
  ) {
    const found = await service.list(scope, { ...range, kinds }, filter);
    if (!Array.isArray(found)) throw new Error(found.detail);
    return found.map(({ kind, title, at }: Annotation) => `${kind} ${at.toISOString().slice(0, 13)} ${title}`);
  }

  it("are launches, new versions and approved corrections of the range, oldest first", async () => {
    expect(await list()).toEqual([
      "PROMOTION 2026-04-02T08 Spring offer, 2 places",
      "PROMOTION 2026-04-03T09 Spring offer, 1 place",
      "RELEASE 2026-04-05T09 price-sync v7",
      "CORRECTION 2026-04-06T00 Stock count",
    ]);
  });

  it("of another tenant, client or store never show", async () => {
    expect(await list(scopeOf("t2"))).toEqual([
      "PROMOTION 2026-04-03T09 Spring offer, 1 place",
      "CORRECTION 2026-04-06T00 of theirs",
    ]);
    expect(await list(scopeOf("t1", { clients: ["c2"] }))).toEqual(["PROMOTION 2026-04-03T09 Spring offer, 1 place"]);
    expect(await list(scopeOf("t1", { clients: ["c1"], stores: ["c1/s1"] }), ["PROMOTION", "RELEASE"])).toEqual([
      "PROMOTION 2026-04-02T08 Spring offer, 1 place",
    ]);
  });

  it("follow the filter", async () => {
    expect(await list(scopeOf("t1"), ["PROMOTION", "CORRECTION"], { clients: ["c2"] })).toEqual([
      "PROMOTION 2026-04-03T09 Spring offer, 1 place",
    ]);
  });

  it("are incidents that people were told of, within what the asker sees, each with what it is the cause of as one", async () => {
    expect(await list(scopeOf("t1"), ["INCIDENT"])).toEqual([
      "INCIDENT 2026-03-31T09 c1 of t1, goes on",
      "INCIDENT 2026-04-02T09 c2 of t1",
    ]);
    expect(await list(scopeOf("t1", { clients: ["c2"] }), ["INCIDENT"])).toEqual(["INCIDENT 2026-04-02T09 c2 of t1"]);
    expect(await list(scopeOf("t1", { stores: ["c1/s1"] }), ["INCIDENT"])).toEqual(["INCIDENT 2026-04-03T09 s1 of t1"]);
    expect(await list(scopeOf("t1"), ["INCIDENT"], { stores: ["s1"] })).toEqual(["INCIDENT 2026-04-03T09 s1 of t1"]);
  });

  it("refuse ranges that are none", async () => {
    const backwards = { from: range.to, to: range.from, kinds: [] };
    expect(await service.list(scopeOf("t1"), backwards, null)).toMatchObject({ field: "to" });
    const long = { from: new Date("2020-01-01T00:00:00Z"), to: range.to, kinds: [] };
    expect(await service.list(scopeOf("t1"), long, null)).toMatchObject({ field: "from" });
  });
});
