import fc from "fast-check";
import type { FoldPart, Subject } from "../resolve/fold-part.js";
import type { RunPartBody } from "../resolve/run-part-body.js";
import { FakeFoldTables } from "../testing/fake-fold-tables.js";
import { addContribution } from "./contribution.js";
import { SharedFold } from "./shared-fold.js";
import { StorageBatch } from "./storage-batch.js";

const HOUR_MS = 3_600_000;
const MIDNIGHT_MS = Date.UTC(2026, 5, 2);
const now = () => new Date(MIDNIGHT_MS);
const run: Subject = { tenant: "t", kind: "run", client: "c", workflow: "w", id: "r" };

interface Draft {
  readonly id: string;
  readonly hours: number;
  readonly isStart: boolean;
}

function buildPart({ id, hours, isStart }: Draft): FoldPart<RunPartBody> {
  const timeMs = MIDNIGHT_MS + hours * HOUR_MS;
  const common = { source: "s", id, timeMs, contentHash: 1 };
  if (isStart) return { ...common, name: "started", body: { startedAtMs: timeMs, fields: {}, attributes: {} } };
  return { ...common, name: "finished", body: { finish: { outcome: "succeeded" }, fields: {}, attributes: {} } };
}

function buildBatch(drafts: readonly Draft[]): StorageBatch {
  const batch = new StorageBatch();
  for (const draft of drafts) addContribution(batch.contributions, run, buildPart(draft));
  return batch;
}

const draft = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  hours: fc.integer({ min: -30, max: 30 }),
  isStart: fc.boolean(),
});
const parts = fc.uniqueArray(draft, { selector: ({ id }) => id, minLength: 2, maxLength: 4 });

async function storeAll(tables: FakeFoldTables, shares: readonly (readonly Draft[])[]): Promise<void> {
  await Promise.all(
    shares.map(async (share) => {
      const fold = new SharedFold(tables, now, () => Promise.resolve(new Set()));
      for (const each of share) await fold.store(buildBatch([each]), [], tables);
    }),
  );
}

describe("SharedFold", () => {
  it("serves what one writer would, however three replicas interleave at every access to the tables", async () => {
    await fc.assert(
      fc.asyncProperty(
        parts,
        fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
        fc.scheduler(),
        async (drafts, owners, scheduler) => {
          const alone = new FakeFoldTables(() => Promise.resolve());
          await storeAll(alone, [drafts]);

          const shared = new FakeFoldTables(() => scheduler.schedule(Promise.resolve()));
          const shares = [0, 1, 2].map((replica) => drafts.filter((_, index) => owners[index] === replica));
          const isDone = storeAll(shared, shares);
          await scheduler.waitFor(isDone);
          expect(shared.served).toEqual(alone.served);
          expect(shared.served).toHaveLength(1);
        },
      ),
      { numRuns: 1_500, seed: 20261121 },
    );
  });
});
