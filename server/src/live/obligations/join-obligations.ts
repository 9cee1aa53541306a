import type { OverdueWork } from "../open-work.js";

/** Amount is money in one currency. */
export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

/** Obligation is the overdue runs of one client, workflow and change, in all currencies. */
export interface Obligation extends Omit<OverdueWork, "currency" | "amount"> {
  readonly money: readonly Amount[];
}

/** joinObligations joins the rows of one obligation and sorts the worst first: most money in one currency, then most runs, then oldest. */
export function joinObligations(rows: readonly OverdueWork[]): Obligation[] {
  const joined = new Map<string, Obligation>();
  for (const row of rows) {
    const key = `${row.client}\0${row.workflow}\0${row.change}`;
    const known = joined.get(key);
    joined.set(key, known === undefined ? startObligation(row) : addRow(known, row));
  }
  return [...joined.values()].sort(
    (left, right) =>
      measureMoney(right) - measureMoney(left) || right.overdue - left.overdue || left.oldestDueMs - right.oldestDueMs,
  );
}

function startObligation({ currency, amount, ...rest }: OverdueWork): Obligation {
  return { ...rest, money: listMoney(currency, amount) };
}

function addRow(known: Obligation, row: OverdueWork): Obligation {
  const oldest = row.oldestDueMs < known.oldestDueMs ? row : known;
  return {
    ...known,
    overdue: known.overdue + row.overdue,
    targets: known.targets + row.targets,
    oldestDueMs: oldest.oldestDueMs,
    oldestRun: oldest.oldestRun,
    newestDueMs: Math.max(known.newestDueMs, row.newestDueMs),
    firstDay: row.firstDay < known.firstDay ? row.firstDay : known.firstDay,
    stores: join(known.stores, row.stores),
    partners: join(known.partners, row.partners),
    channels: join(known.channels, row.channels),
    money: [...known.money, ...listMoney(row.currency, row.amount)],
  };
}

function listMoney(currency: string, amount: number): Amount[] {
  return currency === "" || amount === 0 ? [] : [{ amount, currency }];
}

function join(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}

/** Amounts of several currencies are never added: the largest one ranks. */
function measureMoney({ money }: Obligation): number {
  return Math.max(0, ...money.map(({ amount }) => amount));
}
