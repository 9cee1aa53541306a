import { ExceptionRepository } from "../../exceptions/exception.repository.js";
import { ExceptionsService } from "../../exceptions/exceptions.service.js";
import { grantScope, openLiveWorld, type LiveWorld } from "../../live/testing/open-live-world.js";
import { insertRows, type TestRow } from "../../metrics/testing/insert-rows.js";
import { RunLinkRepository } from "./run-link.repository.js";
import { RunLinkService } from "./run-link.service.js";
import { RunTraceRepository } from "./run-trace.repository.js";
import { RunTraceService } from "./run-trace.service.js";

const NOW = new Date("2026-06-10T12:00:00Z");
const at = (ms: number) => new Date(NOW.getTime() - 60_000 + ms);
const traceOf = (digit: string) => digit.repeat(32);
const spanOf = (number: number) => String(number).padStart(16, "0");
const key = { client: "northmart", workflow: "order-to-erp" };

/** A run as ingestion stores it: its row, the part its root span is, and the root span as event. */
async function storeRun(
  { clickhouse }: LiveWorld,
  run: { run: string; trace: string; store?: string; tenant?: string; client?: string; links?: unknown },
): Promise<void> {
  const { tenant = "t1", client = "northmart", store = "0001", trace } = run;
  const id = `${trace}${spanOf(0)}`;
  const common = { tenant, client, source: "shop", id };
  await insertRows(clickhouse, "run", [
    {
      ...{ tenant, client, workflow: key.workflow, run: run.run, store, source: "shop", outcome: "succeeded" },
      ...{ day: "2026-06-10", started_at: at(0), finished_at: at(900) },
    },
  ]);
  const part = { subject: "run", workflow: key.workflow, subject_id: run.run, part: "finished", day: "2026-06-10" };
  await insertRows(clickhouse, "fold_part", [{ ...common, ...part, time: at(900), body: "{}" }]);
  const payload = { kind: "run.finished", workflow: key.workflow, run: run.run, links: run.links };
  await insertRows(clickhouse, "event", [
    { ...common, kind: "run.finished", time: at(900), received_at: NOW, payload: JSON.stringify(payload) },
  ]);
}

const step = (number: number, more: TestRow): TestRow => ({
  ...{ tenant: "t1", client: "northmart", source: "shop", outcome: "succeeded", attempt: 1, sequence: null },
  ...{ step: `step-${number}`, started_at: at(number), finished_at: at(number + 1) },
  ...more,
});

describe("steps and links of runs that came as traces", () => {
  let world: LiveWorld;
  let trace: RunTraceService;
  let links: RunLinkService;
  beforeAll(async () => {
    world = await openLiveWorld(NOW);
    const { clickhouse, registry, runs } = world;
    trace = new RunTraceService({ repository: new RunTraceRepository(clickhouse), registry });
    links = new RunLinkService({ links: new RunLinkRepository(clickhouse), runs });
    const link = (digit: string) => ({ trace: traceOf(digit), span: spanOf(5) });
    await storeRun(world, { run: traceOf("a"), trace: traceOf("a"), links: [link("b"), link("c"), link("a"), 7] });
    await storeRun(world, { run: "order-1", trace: traceOf("b"), store: "0002" });
    await storeRun(world, { run: "order-1", trace: traceOf("d"), store: "0002" });
    await storeRun(world, { run: traceOf("c"), trace: traceOf("c"), tenant: "t2" });
    await storeRun(world, { run: traceOf("c"), trace: traceOf("c"), client: "halden" });
    await insertRows(clickhouse, "step", [
      step(1, { run: traceOf("a"), id: `${traceOf("a")}${spanOf(1)}` }),
      step(2, { run: traceOf("b"), id: `${traceOf("b")}${spanOf(2)}` }),
      step(3, { run: traceOf("d"), id: `${traceOf("d")}${spanOf(3)}` }),
      step(4, { ...key, run: "order-1", id: "sent-as-event" }),
      step(5, { run: traceOf("b"), id: `${traceOf("b")}${spanOf(6)}`, client: "halden" }),
      step(6, { run: traceOf("b"), id: `${traceOf("b")}${spanOf(7)}`, tenant: "t2" }),
      step(7, { run: traceOf("b"), id: `${traceOf("b")}${spanOf(8)}`, workflow: "another" }),
    ]);
    await insertRows(clickhouse, "exception", [
      { tenant: "t1", client: "northmart", exception: "x1", class: "price", run: traceOf("b"), day: "2026-06-10" },
      { tenant: "t1", client: "halden", exception: "x2", class: "price", run: traceOf("b"), day: "2026-06-10" },
    ]);
  }, 60_000);
  afterAll(() => world.close());

  const getRun = async (run: string, scope = grantScope()) => {
    const found = await world.runs.find(scope, { ...key, run });
    if (found === undefined) throw new Error(`no run ${run}`);
    return found;
  };

  it("finds the steps of the trace a run is", async () => {
    const steps = await trace.findSteps(grantScope(), await getRun(traceOf("a")));
    expect(steps.map((each) => each.step)).toEqual(["step-1"]);
  });

  it("finds the steps of every trace of a run with a name of its own, and those that name it, and nobody else's", async () => {
    const run = await getRun("order-1");
    const steps = await trace.findSteps(grantScope(), run);
    expect(steps.map((each) => each.step)).toEqual(["step-2", "step-3", "step-4"]);
    const exceptions = new ExceptionsService({
      repository: new ExceptionRepository(world.clickhouse),
      registry: world.registry,
    });
    expect((await exceptions.findOfRun(grantScope(), run)).map(({ id }) => id)).toEqual(["x1"]);
  });

  it("shows links to other traces once, and the runs they lead to only within the scope", async () => {
    const all = await links.findLinks(grantScope(), await getRun(traceOf("a")));
    expect(all).toMatchObject([
      { traceId: traceOf("b"), spanId: spanOf(5), run: { id: "order-1" } },
      { traceId: traceOf("c"), spanId: spanOf(5), run: null },
    ]);
    const limited = grantScope({ stores: ["northmart/0001"] });
    const seen = await links.findLinks(limited, await getRun(traceOf("a"), limited));
    expect(seen.map((link) => link.run)).toEqual([null, null]);
  });

  it("has no links where none were sent", async () => {
    expect(await links.findLinks(grantScope(), await getRun("order-1"))).toEqual([]);
  });
});
