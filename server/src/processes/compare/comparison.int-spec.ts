import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "@watchfloor/sql";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, TENANTS, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildScope, type ScopeGrant } from "../../scope/scope.js";
import { ProcessRepository } from "../process.repository.js";
import type { ProcessRequest } from "../process-question.js";
import { buildProcessLog, listLogRows, type LoggedRun } from "../testing/build-process-log.js";
import { computeEdges, computeSteps, computeVariants, orderRun, type PathOfRun } from "../testing/compute-process.js";
import { ComparisonService } from "./comparison.service.js";
import type { ProcessComparison } from "./process-comparison.js";

const NOW = new Date("2026-03-30T23:00:00Z");
const FROM = new Date("2026-03-27T10:00:00Z");
const TO = new Date("2026-03-31T10:00:00Z");
const RANGE = { from: FROM.getTime(), to: NOW.getTime() };
const OWN = ["s1", "s2", "p0", "p1", "p2", "p3", "p4", "p5", "p6"];
const close = (value: number | null | undefined) => (value == null ? null : expect.closeTo(value, 6));
const scope = (limits: Partial<ScopeGrant> = {}) =>
  buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });

/** Every run is of client c1 and one of nine stores, but those of every tenth are of c2. */
function place(run: LoggedRun, number: number): LoggedRun {
  const isOther = number % 10 === 0;
  return { ...run, workflow: "order", client: isOther ? "c2" : "c1", store: isOther ? "s1" : (OWN[number % 9] ?? "") };
}

describe("a store beside its peers, on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-comparison-"));
  let world: MetricsWorld;
  let service: ComparisonService;
  const log = buildProcessLog(31, 700, RANGE).map(place);

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const { clickhouse, registry, postgres } = world;
    const more = OWN.slice(2).map((id) => ({ client: "c1", id, title: id, region: "south" }));
    await postgres.db
      .insert(schema.store)
      .values(TENANTS.flatMap((tenant) => more.map((store) => ({ ...store, tenant }))));
    service = new ComparisonService({ repository: new ProcessRepository(clickhouse), registry, now: () => NOW });
    for (const [table, rows] of listLogRows(log, 8)) await insertRows(clickhouse, table, rows);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function compare(request: Partial<ProcessRequest>, who = scope()): Promise<ProcessComparison> {
    const asked = { workflow: "order", from: FROM, to: TO, limit: 500, ...request };
    const answer = await service.compare(who, asked, { steps: true, edges: true });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.comparison;
  }

  function choose(isChosen: (run: LoggedRun) => boolean): PathOfRun[] {
    return log
      .filter((run) => run.tenant === "t1" && isChosen(run) && run.steps.length > 0)
      .filter(({ finished }) => finished !== undefined && finished >= RANGE.from && finished < RANGE.to)
      .map((run) => orderRun(run, false));
  }

  const peersOf = (paths: readonly PathOfRun[]) => new Set(paths.map(({ run }) => run.store)).size;
  const render = ({ steps }: PathOfRun) => JSON.stringify(steps.map(({ step }) => step));

  it("has the figures of both sides, each as computed independently", async () => {
    const a = choose((run) => run.client === "c1" && run.store === "s1");
    const b = choose((run) => run.client === "c1" && run.store !== "s1");
    const answer = await compare({ filter: { stores: ["c1/s1"] } });
    expect(answer).toMatchObject({ dimension: "STORE", isAggregateOnly: false, peers: 8 });
    expect([answer.a.cases, answer.b?.cases]).toEqual([a.length, b.length]);
    const [ofA, ofB] = [a, b].map((side) => new Map(computeVariants(side).map((each) => [each.steps, each])));
    expect(answer.variants).toHaveLength(new Set([...a, ...b].map(render)).size);
    for (const { steps, a: own, b: peers, shareDifference } of answer.variants) {
      const [left, right] = [ofA?.get(JSON.stringify(steps)), ofB?.get(JSON.stringify(steps))];
      expect([own?.cases, own?.durationP50 ?? null]).toEqual([left?.cases, close(left?.durationP50)]);
      expect([peers?.cases, peers?.durationP95 ?? null]).toEqual([right?.cases, close(right?.durationP95)]);
      expect(shareDifference).toEqual(close((left?.cases ?? 0) / a.length - (right?.cases ?? 0) / b.length));
    }
    const steps = [a, b].map((side) => new Map(computeSteps(side).map((each) => [each.step, each])));
    for (const { step, a: own, b: peers, ...differences } of answer.stepFigures) {
      const [left, right] = steps.map((side) => side.get(step));
      expect([own?.cases, peers?.cases, own?.times, peers?.times]).toEqual([
        left?.cases,
        right?.cases,
        left?.times,
        right?.times,
      ]);
      expect(peers?.share ?? 0).toEqual(close((right?.cases ?? 0) / b.length));
      if (left === undefined || right === undefined) continue;
      expect(differences.workP95Difference).toEqual(close((left.workP95 ?? 0) - (right.workP95 ?? 0)));
      if (left.waitP95 !== null && right.waitP95 !== null)
        expect(differences.waitP95Difference).toEqual(close(left.waitP95 - right.waitP95));
    }
    const edges = [a, b].map((side) => new Map(computeEdges(side).map((each) => [each.name, each])));
    const sums = [a, b].map((side) => computeEdges(side).reduce((sum, { count }) => sum + count, 0));
    for (const edge of answer.edges) {
      const [left, right] = edges.map((side) => side.get(`${edge.from}>${edge.to}`));
      expect([edge.a?.cases, edge.b?.cases]).toEqual([left?.count, right?.count]);
      const shares = [left, right].map((each, side) => (each?.count ?? 0) / (sums[side] ?? 1));
      expect(edge.shareDifference).toEqual(close((shares[0] ?? 0) - (shares[1] ?? 0)));
    }
  });

  it("compares within what else narrows the question, on both sides", async () => {
    const isChosen = (run: LoggedRun) => run.client === "c1" && run.channel === "web" && run.priority === "high";
    const filter = { stores: ["s1"], channels: ["web"], attributes: [{ name: "priority", value: "high" }] };
    const answer = await compare({ client: "c1", filter });
    expect([answer.a.cases, answer.b?.cases]).toEqual([
      choose((run) => isChosen(run) && run.store === "s1").length,
      choose((run) => isChosen(run) && run.store !== "s1").length,
    ]);
  });

  it("compares channels and partners, too", async () => {
    const web = await compare({ client: "c1", filter: { channels: ["web"] } });
    expect(web).toMatchObject({ dimension: "CHANNEL", peers: 1 });
    // Runs without a channel are nobody's peers.
    expect(web.b?.cases).toBe(choose((run) => run.client === "c1" && run.channel === "pos").length);
    expect(await compare({ client: "c1", filter: { partners: ["p1"] } })).toMatchObject({
      dimension: "PARTNER",
      b: null,
      peers: null,
    });
  });

  describe("asked by somebody of one store", () => {
    const limited = scope({ role: "store_manager", stores: ["c1/s1"] });
    const a = choose((run) => run.client === "c1" && run.store === "s1");
    const b = choose((run) => run.client === "c1" && run.store !== "s1");

    it("tells peers only as aggregates: no counts, nothing that fewer than five did", async () => {
      const answer = await compare({}, limited);
      expect(answer).toMatchObject({ isAggregateOnly: true, peers: 8, b: { cases: null } });
      expect(answer.a.cases).toBe(a.length);
      let withheld = 0;
      for (const variant of answer.variants) {
        const same = b.filter((path) => render(path) === JSON.stringify(variant.steps));
        const isTold = peersOf(same) >= 5;
        expect([variant.steps, variant.b !== null]).toEqual([variant.steps, isTold]);
        if (isTold) expect(variant.b).toMatchObject({ cases: null, share: expect.any(Number) });
        else {
          expect(variant.a).not.toBeNull();
          expect(variant.shareDifference).toBeNull();
          withheld += same.length > 0 ? 1 : 0;
        }
      }
      expect(withheld).toBeGreaterThan(0);
      for (const { step, b: peers } of answer.stepFigures) {
        const having = b.filter(({ steps }) => steps.some((each) => each.step === step));
        expect([step, peers !== null]).toEqual([step, peersOf(having) >= 5]);
        if (peers !== null) expect(peers).toMatchObject({ cases: null, times: null, workP50: expect.any(Number) });
      }
      for (const edge of answer.edges) if (edge.b !== null) expect(edge.b.cases).toBeNull();
    });

    it("tells nothing of fewer than five peers", async () => {
      const to = new Date(NOW.getTime() - 3_600_000);
      const before = b.filter(({ run }) => (run.finished ?? 0) < to.getTime());
      const newest = [...before].sort((left, right) => (right.run.finished ?? 0) - (left.run.finished ?? 0));
      const fifth = newest.findIndex((_, place) => peersOf(newest.slice(0, place + 1)) === 5);
      const from = (place: number) => new Date(newest[place]?.run.finished ?? 0);
      expect(await compare({ from: from(fifth), to }, limited)).toMatchObject({ peers: 5, b: { cases: null } });
      const answer = await compare({ from: from(fifth - 1), to }, limited);
      expect(answer).toMatchObject({ peers: null, b: null });
      expect(answer.variants.every((variant) => variant.b === null && variant.a !== null)).toBe(true);
      expect(answer.stepFigures.every((step) => step.b === null && step.a !== null)).toBe(true);
      expect(answer.edges.every((edge) => edge.b === null && edge.a !== null)).toBe(true);
    });

    it("takes nobody else's store out of the peers, whatever the filter names", async () => {
      const answer = await service.compare(
        limited,
        { workflow: "order", from: FROM, to: TO, filter: { stores: ["c1/p3"] } },
        { steps: true, edges: true },
      );
      expect(answer).toMatchObject({ refusal: { field: "filter" } });
      const [alone, both] = [await compare({}, limited), await compare({ filter: { stores: ["s1", "p3"] } }, limited)];
      expect(both).toEqual(alone);
    });

    it("stays within the other limits of the scope, and within the client", async () => {
      const web = scope({ role: "store_manager", stores: ["c1/s1"], channels: ["web"] });
      const peers = b.filter(({ run }) => run.channel === "web");
      const answer = await compare({}, web);
      expect(answer.peers).toBe(peersOf(peers));
      for (const { step, b: figures } of answer.stepFigures) {
        const expected = computeSteps(peers).find((each) => each.step === step);
        if (figures !== null) expect(figures.workP50).toEqual(close(expected?.workP50));
      }
      const answered = service.compare(
        scope({ stores: ["c1/s1"] }),
        { client: "c2", workflow: "order", from: FROM, to: TO },
        { steps: true, edges: true },
      );
      expect(await answered).toMatchObject({ refusal: { field: "filter" } });
    });
  });

  it("refuses where nothing is named to compare", async () => {
    const asked = { client: "c1", workflow: "order", from: FROM, to: TO };
    const answer = await service.compare(scope(), asked, { steps: false, edges: false });
    expect(answer).toMatchObject({ refusal: { field: "filter", remedy: expect.stringContaining("compare") } });
  });
});
