import type { Plan } from "./plan-metrics.js";

/** KeyedId is one part of a key as the engine answered it; '' = absent. */
export interface KeyedId {
  readonly dimension: string;
  readonly id: string;
}

/** TermFigures is what one column of one group answered: the total, and a value per bucket start. */
export interface TermFigures {
  total: number | null | undefined;
  readonly buckets: Map<number, number | null>;
}

/** FigureGroup gathers everything answered for one key. */
export interface FigureGroup {
  readonly key: readonly KeyedId[];
  readonly metrics: Set<string>;
  readonly figures: Map<string, TermFigures>;
  unit: string;
}

/** EngineRow is a row of any plan. */
export type EngineRow = Readonly<Record<string, string | number | null>>;

/** FigureTable joins the rows of several statements by their keys. */
export class FigureTable {
  readonly groups = new Map<string, FigureGroup>();

  constructor(
    private readonly attributes: readonly string[],
    /** Bucket starts whose ends are the plan's instants, for states at an instant. */
    private readonly starts: readonly number[],
  ) {}

  /** open returns the group of a key, made when it is new; a split that is absent ('' currency) is no part of the key. */
  open(key: readonly KeyedId[]): FigureGroup {
    const id = JSON.stringify(key.map((part) => [part.dimension, part.id]));
    const known = this.groups.get(id);
    if (known !== undefined) return known;
    const group: FigureGroup = { key, metrics: new Set(), figures: new Map(), unit: "" };
    this.groups.set(id, group);
    return group;
  }

  /** addRows files the rows of one plan under their keys. */
  addRows(plan: Plan, rows: readonly EngineRow[]): void {
    if (plan.form === "span") return this.addChanges(plan, rows);
    for (const row of rows) {
      if (row[plan.rowCount ?? "row_count"] === 0) continue;
      const group = this.openRow(plan, row);
      if (typeof row["unit_text"] === "string") group.unit = row["unit_text"];
      for (const [term, alias] of plan.columnOf) {
        const column = term.form === "feed" ? term.figure : alias;
        for (const bucket of this.readBuckets(plan, row)) this.put(group, alias, bucket, readNumber(row[column]));
      }
    }
  }

  /** Where a row belongs; undefined is the total. The last instant is the end of the range: its state is the total, too. */
  private readBuckets(plan: Plan, row: EngineRow): (number | undefined)[] {
    if (plan.form === "silence") {
      const position = plan.instants.indexOf(Number(row["instant"]));
      const start = this.starts[position];
      return [...(start === undefined ? [] : [start]), ...(position === plan.instants.length - 1 ? [undefined] : [])];
    }
    return [row["bucket"] === undefined || row["is_total"] === 1 ? undefined : Number(row["bucket"])];
  }

  private put(group: FigureGroup, alias: string, bucket: number | undefined, value: number | null): void {
    const figures = group.figures.get(alias) ?? { total: undefined, buckets: new Map<number, number | null>() };
    if (bucket === undefined) figures.total = value;
    else figures.buckets.set(bucket, value);
    group.figures.set(alias, figures);
  }

  private openRow(plan: Plan, row: EngineRow): FigureGroup {
    const asked = plan.dimensions.filter((dimension) => !plan.splits.includes(dimension));
    const read = (dimension: string) => ({ dimension, id: String(row[`by_${dimension.toLowerCase()}`] ?? "") });
    const attributes = this.attributes.map((name, position) => ({
      dimension: name,
      id: String(row[`by_attribute_${position + 1}`] ?? ""),
    }));
    const splits = plan.splits.map(read).filter((part) => part.id !== "");
    const group = this.open([...asked.map(read), ...attributes, ...splits]);
    for (const metric of plan.metrics) group.metrics.add(metric);
    return group;
  }

  private addChanges(plan: Plan, rows: readonly EngineRow[]): void {
    const changes = new Map<FigureGroup, Map<string, Map<number, number>>>();
    for (const row of rows) {
      const group = this.openRow(plan, row);
      const ofGroup = changes.get(group) ?? new Map<string, Map<number, number>>();
      changes.set(group, ofGroup);
      const alias = String(row["term"]);
      const ofTerm = ofGroup.get(alias) ?? new Map<number, number>();
      ofGroup.set(alias, ofTerm);
      ofTerm.set(Number(row["change_after"]), Number(row["change"]));
    }
    for (const [group, ofGroup] of changes) {
      for (const [alias, ofTerm] of ofGroup) this.addStates(plan, group, alias, ofTerm);
    }
  }

  /** A change after instant i takes effect at instant i + 1; money is kept to the ten-thousandth it is stored with. */
  private addStates(plan: Plan, group: FigureGroup, alias: string, changes: ReadonlyMap<number, number>): void {
    let state = changes.get(0) ?? 0;
    for (const [position, instant] of plan.instants.entries()) {
      const value = Math.round(state * 10_000) / 10_000;
      const start = this.starts[position];
      if (start !== undefined) this.put(group, alias, start, value);
      if (position === plan.instants.length - 1) this.put(group, alias, undefined, value);
      state += changes.get(instant) ?? 0;
    }
  }
}

function readNumber(value: string | number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
