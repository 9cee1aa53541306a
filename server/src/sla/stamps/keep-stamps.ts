import { randomUUID } from "node:crypto";
import { dropLease, loadCalendars, takeLease, type ClickHouse, type Postgres } from "@watchfloor/sql";
import { listPolicyTenants } from "../../rollups/rules/list-policy-tenants.js";
import { storeWorkingIntervals } from "../clocks/store-working-intervals.js";
import { loadSlaBook } from "../load-sla-book.js";
import { buildPromiseRules } from "../promises/promise-rules.js";
import { numberBook } from "./number-book.js";
import { RestampRepository, type DecidingBook, type UndecidedDay } from "./restamp.repository.js";

/** STAMPS_EVERY_MS is the time between two looks for runs that were decided by other policies than those of now. */
export const STAMPS_EVERY_MS = 60_000;

const LEASE = "stamps";
const LEASE_MS = 300_000;
const DAY_MS = 86_400_000;
/** What is older is decided by questions after policies changed. */
const BACK_DAYS = 400;
/** Days that are looked at again and again: an importer, or an ingest process that knew older policies, may have written since. */
const RECENT_DAYS = 2;
/** So many runs, or those of one day, are decided by one statement. */
const RUNS_A_STATEMENT = 500_000;

/** StampKeeper decides promises of stored runs anew, where policies changed since they were written. */
export interface StampKeeper {
  run(): Promise<void>;
  close(): Promise<void>;
}

/** StampEngines are what promises of stored runs are decided with. */
export interface StampEngines {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
}

/** keepStamps makes a keeper. Two at once would only do the same work twice; the lease spares that. */
export function keepStamps({ clickhouse, postgres, now }: StampEngines): StampKeeper {
  const repository = new RestampRepository(clickhouse);
  const holder = randomUUID();
  /** By tenant, the book by which all of history was decided. */
  const done = new Map<string, string>();
  let isClosing = false;
  const take = async () =>
    !isClosing && (await takeLease(postgres, { name: LEASE, holder, forMs: LEASE_MS, now: now() }));
  const restamp = async (deciding: DecidingBook) => {
    const days = done.get(deciding.tenant) === deciding.book ? RECENT_DAYS : BACK_DAYS;
    await repository.stampOpen(deciding);
    const undecided = await repository.findDays(deciding, new Date(now().getTime() - days * DAY_MS));
    for (const some of groupDays(undecided)) {
      if (!(await take())) return;
      await repository.stampDays(deciding, some);
    }
    done.set(deciding.tenant, deciding.book);
  };
  return {
    async run() {
      for (const tenant of await listPolicyTenants(postgres)) {
        if (!(await take())) return;
        const book = await loadSlaBook(postgres, tenant, await loadCalendars(postgres, tenant));
        const rules = buildPromiseRules(book);
        if (rules === undefined) continue;
        // The hours must be those of the book before anything is decided by them.
        await storeWorkingIntervals({ clickhouse, postgres, isKeeper: false }, now(), tenant);
        await restamp({ tenant, book: numberBook(book), rules });
      }
    },
    async close() {
      isClosing = true;
      await dropLease(postgres, { name: LEASE, holder });
    },
  };
}

function groupDays(days: readonly UndecidedDay[]): UndecidedDay[][] {
  const groups: UndecidedDay[][] = [];
  let runs = Infinity;
  for (const day of days) {
    runs += Number(day.runs);
    if (runs > RUNS_A_STATEMENT) {
      groups.push([]);
      runs = Number(day.runs);
    }
    groups.at(-1)?.push(day);
  }
  return groups;
}
