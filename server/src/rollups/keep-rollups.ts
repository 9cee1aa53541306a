import { randomUUID } from "node:crypto";
import { dropLease, loadCalendars, takeLease, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { storeWorkingIntervals } from "../sla/clocks/store-working-intervals.js";
import { loadSlaBook } from "../sla/load-sla-book.js";
import { RollupPass, type RollupFinding } from "./pass/rollup-pass.js";
import { RollupRepository } from "./pass/rollup.repository.js";
import { listPolicyTenants } from "./rules/list-policy-tenants.js";
import { CountedTenantsService } from "./rules/counted-tenants.service.js";
import { RollupRulesRepository } from "./rules/rollup-rules.repository.js";

/** ROLLUP_EVERY_MS is the time between two passes. */
export const ROLLUP_EVERY_MS = 20_000;

const LEASE = "rollups";
const LEASE_MS = 120_000;
const PROLONG_AFTER_MS = 30_000;

/** RollupKeeper brings rollups up to date when it is told to, where no other process does. */
export interface RollupKeeper {
  /** run does a pass, or nothing while another process has the lease. */
  run(): Promise<RollupFinding | undefined>;
  /** close ends a pass after the chunk it is at and gives the lease back. */
  close(): Promise<void>;
}

/** RollupEngines are what rollups are kept with. */
export interface RollupEngines {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
}

/** buildRollupPass makes what does a pass whenever it is told to, whoever else does. */
export function buildRollupPass({ clickhouse, postgres, now }: RollupEngines): RollupPass {
  const tenants = new CountedTenantsService({
    repository: new RollupRulesRepository(postgres),
    listTenants: () => listPolicyTenants(postgres),
    loadBook: async (tenant) => loadSlaBook(postgres, tenant, await loadCalendars(postgres, tenant)),
    storeClocks: (tenant) => storeWorkingIntervals({ clickhouse, postgres, isKeeper: false }, now(), tenant),
  });
  return new RollupPass(new RollupRepository(clickhouse), tenants);
}

/** keepRollups makes a keeper. Two at once would only do the same work twice; the lease spares that. */
export function keepRollups(options: RollupEngines): RollupKeeper {
  const { postgres, now } = options;
  const pass = buildRollupPass(options);
  const holder = randomUUID();
  let isClosing = false;
  let takenAt = 0;
  const take = async () => {
    const at = now();
    if (isClosing) return false;
    if (at.getTime() - takenAt < PROLONG_AFTER_MS) return true;
    const isTaken = await takeLease(postgres, { name: LEASE, holder, forMs: LEASE_MS, now: at });
    takenAt = isTaken ? at.getTime() : 0;
    return isTaken;
  };
  return {
    run: async () => ((await take()) ? pass.run(now(), take) : undefined),
    async close() {
      isClosing = true;
      if (takenAt > 0) await dropLease(postgres, { name: LEASE, holder });
    },
  };
}
