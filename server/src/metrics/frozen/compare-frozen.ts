import type { AnsweredGroup, AnsweredValue, KeyPart, MetricAnswer } from "../execution/metric-answer.js";

/** FigureChange is a value that is another one now; `at` is null for the value of the whole range. */
export interface FigureChange {
  readonly key: readonly KeyPart[];
  readonly metric: string;
  readonly currency: string | null;
  readonly at: Date | null;
  readonly frozen: number | null;
  readonly current: number | null;
  /** current - frozen; null where one of them has no value. */
  readonly difference: number | null;
}

/** Sums of doubles in another order differ in their last digits. */
const NEGLIGIBLE = 1e-9;

type Cell = Pick<FigureChange, "key" | "metric" | "currency" | "at"> & { readonly value: number | null };

/** compareFrozen lists every value, of ranges and of their points, that differs between what was frozen and what is answered now. */
export function compareFrozen(frozen: MetricAnswer, current: MetricAnswer): FigureChange[] {
  const before = buildCells(frozen);
  const now = buildCells(current);
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((name): FigureChange[] => {
    const [old, fresh] = [before.get(name), now.get(name)];
    const cell = old ?? fresh;
    const values = { frozen: old?.value ?? null, current: fresh?.value ?? null };
    if (cell === undefined || isSame(values.frozen, values.current)) return [];
    const { key, metric, currency, at } = cell;
    const hasBoth = values.frozen !== null && values.current !== null;
    return [
      {
        ...{ key, metric, currency, at, ...values },
        difference: hasBoth ? (values.current ?? 0) - (values.frozen ?? 0) : null,
      },
    ];
  });
}

function isSame(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return left === right;
  return Math.abs(left - right) <= NEGLIGIBLE * Math.max(1, Math.abs(left), Math.abs(right));
}

function buildCells({ groups }: MetricAnswer): Map<string, Cell> {
  const cells = groups.flatMap((group) => group.values.flatMap((value) => listCells(group, value)));
  return new Map(cells.map((cell) => [nameCell(cell), cell]));
}

function listCells({ key }: AnsweredGroup, { metric, currency, value, series }: AnsweredValue): Cell[] {
  const points = series ?? [];
  return [
    { key, metric, currency, at: null, value },
    ...points.map((point): Cell => ({ key, metric, currency, at: point.at, value: point.value })),
  ];
}

function nameCell({ key, metric, currency, at }: Cell): string {
  return JSON.stringify([key.map(({ dimension, id }) => [dimension, id]), metric, currency, at?.getTime() ?? null]);
}
