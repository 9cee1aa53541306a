import { expectationRuleSchema } from "@watchfloor/dashboards";
import { OUT_OF_SEQUENCE_POLICIES, type OutOfSequencePolicy } from "@watchfloor/sql";
import fc from "fast-check";
import { buildReceivedEvent } from "../events/build-received-event.js";
import { buildEventBatch } from "../events/build-event-batch.js";
import { EventTexts } from "../events/event-texts.js";
import { checkEvent } from "../events/check-event.js";
import type { ReceivedEvent } from "../events/received-event.js";
import type { DeclaredRules } from "../resolve/declared-rules.js";
import { KnownSubjects } from "../resolve/known-subjects.js";
import { SubjectStore } from "../resolve/subject-store.js";
import { openTestStorage, type TestStorage } from "../testing/open-test-storage.js";
import { StorageBatch } from "./storage-batch.js";
import { StorageWriter } from "./storage-writer.js";

/** Minutes around a midnight, so that starts move over it. */
const minute = fc.integer({ min: -180, max: 180 });
const at = (minutes: number) => new Date(Date.UTC(2026, 5, 2) + minutes * 60_000).toISOString();
const place = fc.constantFrom(
  {},
  { store: "0001" },
  { store: "0002", channel: "pos" },
  { partner: "halden", attributes: { lane: "a", tier: 1 } },
);
const outcome = fc.constantFrom("succeeded", "failed", "cancelled", "dead_lettered");
const run = fc.constantFrom("r1", "r2", "r3");
const change = fc.constantFrom("c1", "c2", "c3");
const target = fc.constantFrom({ store: "0001" }, { store: "0002" }, { store: "0003", channel: "pos" });

const started = fc.record({
  kind: fc.constant("run.started"),
  minute,
  run,
  place,
  due: fc.option(minute),
  money: fc.option(fc.integer({ min: 1, max: 900 })),
});
const finished = fc.record({
  kind: fc.constant("run.finished"),
  minute,
  run,
  place,
  outcome,
  begun: fc.option(minute),
  attempts: fc.option(fc.integer({ min: 1, max: 4 })),
});
const paused = fc.record({
  kind: fc.constantFrom("run.paused", "run.resumed"),
  minute,
  run,
  reason: fc.constantFrom("waiting for supplier", "out of stock"),
});
const published = fc.record({
  kind: fc.constant("change.published"),
  minute,
  change,
  targets: fc.uniqueArray(target, { minLength: 1, maxLength: 3 }),
  version: fc.integer({ min: 8, max: 11 }),
});
const applied = fc.record({
  kind: fc.constant("change.applied"),
  minute,
  change,
  target,
  outcome,
  version: fc.option(fc.integer({ min: 8, max: 11 })),
});
const raised = fc.record({
  kind: fc.constantFrom("exception.raised", "exception.resolved"),
  minute,
  exception: fc.constantFrom("x1", "x2"),
  money: fc.option(fc.integer({ min: 1, max: 900 })),
});
const measured = fc.record({
  kind: fc.constant("measure.recorded"),
  minute,
  value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
});

const asked = fc.record({
  kind: fc.constantFrom("asked", "answered", "answered", "withdrawn"),
  minute,
  place,
  key: fc.constantFrom("k1", "k2"),
  amount: fc.option(fc.integer({ min: 1, max: 4 })),
  count: fc.integer({ min: 1, max: 3 }),
});

const rule = expectationRuleSchema.parse({
  id: "ask-answered",
  title: "An answer to each ask",
  when: { kind: "run.started", workflow: "ask" },
  expect: { kind: "run.finished", workflow: "ask", outcome: "succeeded" },
  cancel: { kind: "run.finished", workflow: "ask", outcome: "cancelled" },
  withinSeconds: 3600,
  key: ["correlation"],
  count: { attribute: "count" },
  amount: { absolute: 1 },
});

/** The rule, and what becomes of prices that come after newer ones. */
function declare(policy: OutOfSequencePolicy): DeclaredRules {
  const sides = [
    ["expect", rule.when],
    ["answer", rule.expect],
    ["cancel", rule.cancel ?? []],
  ] as const;
  const matchers = sides.flatMap(([side, patterns]) =>
    patterns.map((pattern) => ({ rule, fromMs: 0, toMs: Infinity, side, pattern })),
  );
  return {
    findMatchers: (_tenant, kind) => matchers.filter(({ pattern }) => pattern.kind.some((each) => each === kind)),
    findPolicy: () => policy,
  };
}

type Draft = Record<string, unknown> & { kind: string; minute: number };

function buildEvent(draft: Draft, index: number): Record<string, unknown> {
  const base = {
    id: `e-${index % 7}-${index}`,
    kind: draft.kind,
    time: at(draft.minute),
    source: "test",
    client: "northmart",
    ...(draft["place"] as object | undefined),
  };
  const money = draft["money"] == null ? {} : { money: { amount: draft["money"], currency: "EUR" } };
  switch (draft.kind) {
    case "run.started":
      return {
        ...base,
        ...money,
        workflow: "w",
        run: draft["run"],
        ...(draft["due"] == null ? {} : { dueAt: at(Number(draft["due"])) }),
      };
    case "run.finished":
      return {
        ...base,
        workflow: "w",
        run: draft["run"],
        outcome: draft["outcome"],
        ...(draft["begun"] == null ? {} : { startedAt: at(Number(draft["begun"])) }),
        ...(draft["attempts"] == null ? {} : { attempts: draft["attempts"] }),
      };
    case "run.paused":
    case "run.resumed":
      return { ...base, workflow: "w", run: draft["run"], reason: draft["reason"] };
    case "change.published":
      return {
        ...base,
        workflow: "price-sync",
        change: draft["change"],
        entity: { type: "price", id: "p1", version: draft["version"] },
        targets: draft["targets"],
        dueAt: at(draft.minute + 60),
      };
    case "change.applied":
      return {
        ...base,
        workflow: "price-sync",
        change: draft["change"],
        target: draft["target"],
        outcome: draft["outcome"],
        ...(draft["version"] == null ? {} : { appliedVersion: draft["version"] }),
      };
    case "asked":
    case "answered":
    case "withdrawn": {
      const isAsk = draft.kind === "asked";
      const common = { ...base, workflow: "ask", run: `q-${index}`, correlation: draft["key"] };
      const amount = draft["amount"] == null ? {} : { money: { amount: draft["amount"], currency: "EUR" } };
      if (isAsk) return { ...common, ...amount, kind: "run.started", attributes: { count: draft["count"] } };
      return {
        ...common,
        ...amount,
        kind: "run.finished",
        outcome: draft.kind === "answered" ? "succeeded" : "cancelled",
      };
    }
    case "measure.recorded":
      return { ...base, measure: "m", value: draft["value"], unit: "1" };
    default:
      return { ...base, ...money, exception: draft["exception"], class: "price" };
  }
}

function receive(tenant: string, value: Record<string, unknown>): ReceivedEvent {
  const checked = checkEvent(value);
  if ("refusal" in checked) throw new Error(checked.refusal.detail);
  const { bytes } = buildEventBatch([value]);
  const text = new EventTexts(bytes).read(0, bytes.length);
  return buildReceivedEvent({ tenant, event: checked.event, text, receivedAtMs: 0 });
}

/** A moment among the events, so that some runs have just ended. */
const now = () => new Date(at(60));

async function storeInBatches(
  storage: TestStorage,
  declared: DeclaredRules,
  events: readonly ReceivedEvent[],
  sizes: readonly number[],
): Promise<void> {
  let from = 0;
  // Each batch goes through one of two writers, the second of which trusts nothing in memory.
  const known = new KnownSubjects();
  await known.load(storage.clickhouse);
  const fresh = () => new StorageWriter(storage.clickhouse, new SubjectStore(storage.clickhouse, undefined), now);
  const single = new StorageWriter(storage.clickhouse, new SubjectStore(storage.clickhouse, known), now);
  for (let turn = 0; from < events.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    const batch = new StorageBatch(declared);
    for (const received of events.slice(from, from + size)) batch.add(received);
    await (sizes.length % 2 === 0 ? single : fresh()).store(batch);
    from += size;
  }
}

/** Two replicas at once, each with its own share of the events and some of the other's, in batches of its own. */
async function storeSideBySide(
  storage: TestStorage,
  declared: DeclaredRules,
  events: readonly ReceivedEvent[],
  sizes: readonly number[],
): Promise<void> {
  const share = (replica: number) => events.filter((_, index) => index % 3 === 2 || index % 3 === replica);
  await Promise.all(
    [share(0), share(1).reverse()].map(async (some) => {
      const writer = new StorageWriter(storage.clickhouse, new SubjectStore(storage.clickhouse, undefined), now);
      for (let from = 0, turn = 0; from < some.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        const batch = new StorageBatch(declared);
        for (const received of some.slice(from, from + size)) batch.add(received);
        await writer.store(batch);
        from += size;
      }
    }),
  );
}

async function readAll(storage: TestStorage, tenant: string): Promise<unknown> {
  // `version` only orders what writers wrote: a publication that was the next one for a while leaves a part that does not count.
  const hidden: Record<string, string> = { measure: "tenant, content_hash", out_of_sequence: "tenant, version" };
  const shown: Record<string, string> = { measure: " AND NOT withdrawn", out_of_sequence: " AND NOT withdrawn" };
  const read = (table: string, order: string) =>
    storage.clickhouse.query({
      name: "test.read",
      sql: `SELECT * EXCEPT (${hidden[table] ?? "tenant, version"}) FROM ${table} FINAL WHERE tenant = {tenant:String}${shown[table] ?? ""} ORDER BY ${order}`,
      params: { tenant },
    });
  const total = await storage.clickhouse.query({
    name: "test.sum",
    sql: "SELECT toString(sum(value)) AS total, count() AS count FROM measure FINAL WHERE tenant = {tenant:String}",
    params: { tenant },
  });
  return [
    await read("run", "workflow, run"),
    await readOpen(storage, tenant),
    await read("exception", "exception"),
    total,
    await read("measure", "measure, source, id"),
    await read("out_of_sequence", "source, id, workflow, run"),
  ];
}

/** Which ended runs are still among the open ones depends on how they came; which are open does not, and `run` says the same. */
async function readOpen(storage: TestStorage, tenant: string): Promise<unknown> {
  const read = (table: string, besides: string) =>
    storage.clickhouse.query({
      name: "test.read_open",
      sql: `SELECT * EXCEPT (tenant, version, ${besides}) FROM ${table} FINAL
        WHERE tenant = {tenant:String} AND finished_at > {now:DateTime64(3, 'UTC')} ORDER BY workflow, run`,
      params: { tenant, now: now().toISOString().replace("T", " ").replace("Z", "") },
    });
  const open = await read("open_run", "stored_at");
  expect(open).toEqual(await read("run", "is_deleted"));
  return open;
}

describe("the fold on the real engine", () => {
  let storage: TestStorage;
  let tenants = 0;
  beforeAll(async () => {
    storage = await openTestStorage();
  });
  afterAll(() => storage.close());

  it("gives the same rows for any order, repetition and batching of the same events, with one writer, several in turn or several at once", async () => {
    const drafts = fc.array(fc.oneof(started, finished, paused, published, applied, raised, measured, asked, asked), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        drafts,
        fc.infiniteStream(fc.nat()),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...OUT_OF_SEQUENCE_POLICIES),
        async (list, noise, sizes, policy) => {
          const declared = declare(policy);
          const events = list.map((draft, index) => buildEvent(draft as Draft, index));
          const orderly = `t${(tenants += 1)}`;
          const shuffled = `t${(tenants += 1)}`;
          await storeInBatches(
            storage,
            declared,
            events.map((event) => receive(orderly, event)),
            [events.length, 1],
          );
          const keyed = [...events, ...events.filter((_, index) => index % 2 === 0)].map((event) => ({
            event,
            key: noise.next().value ?? 0,
          }));
          keyed.sort((left, right) => left.key - right.key);
          await storeInBatches(
            storage,
            declared,
            keyed.map(({ event }) => receive(shuffled, event)),
            sizes,
          );
          const parallel = `t${(tenants += 1)}`;
          await storeSideBySide(
            storage,
            declared,
            keyed.map(({ event }) => receive(parallel, event)),
            sizes,
          );
          const expected = await readAll(storage, orderly);
          expect(await readAll(storage, shuffled)).toEqual(expected);
          expect(await readAll(storage, parallel)).toEqual(expected);
        },
      ),
      { numRuns: 25, seed: 20261121, endOnFailure: true },
    );
  }, 120_000);
});
