import { ClickHouseFailure } from "@watchfloor/sql";
import type { Scope } from "../../scope/scope.js";
import { TooManyFigures, type FigureReader, type FigureWish } from "../evaluate/figure-reader.service.js";
import type { RuleQueries, RuleQuery } from "../evaluate/rule-query.js";
import type { GroupFigures, SlotFigures } from "../evaluate/slot-figures.js";
import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import { BucketSeries } from "./bucket-series.js";
import { chooseBucket, type Reading } from "./choose-grid.js";

const HEARD = "events_received";
const FEED_LABELS = ["client", "store", "channel", "partner", "source"];
/** The bounds of buckets stand in a statement, which has a greatest length. */
const BUCKETS_AT_ONCE = 4_000;
/** More figures would take memory from whoever else is served. */
const MOST_WINDOWS = 2_000_000;
/** Of the work of reading, where it is also asked what was heard. */
const FIGURES_SHARE = 0.7;

/** SlotRange is the slots a rule is looked at over: (from, to] in steps, epoch milliseconds. */
export interface SlotRange {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
}

/** SlotSource gives the figures of a slot. */
export type SlotSource = (slotAt: number) => SlotFigures;

/** SlotSourceWish is what is read: the shape of a rule, its questions, and how. */
export interface SlotSourceWish {
  readonly wish: Omit<FigureWish, "query">;
  readonly queries: RuleQueries;
  readonly reading: Exclude<Reading, "slots">;
  /** tell is called with how much was read, 0 to 1; what it throws ends the reading. */
  readonly tell: (share: number) => void;
}

/** openSlotSource reads all figures of many slots in few questions, and answers each slot from them. Rejects with a `ClickHouseFailure`. */
export async function openSlotSource(
  reader: Pick<FigureReader, "readSeries">,
  scope: Scope,
  { wish, queries, reading, tell }: SlotSourceWish,
  range: SlotRange,
): Promise<SlotSource> {
  const figures = queries.heardMs === undefined ? 1 : FIGURES_SHARE;
  const asked = { reader, scope, wish, range, queries, tell: (share: number) => tell(share * figures) };
  const read = reading === "sums" ? await readSums(asked) : await readWindows(asked, reading);
  const heard = await readHeard({ ...asked, tell: (share) => tell(figures + share * (1 - figures)) });
  return (slotAt) => ({
    now: read(queries.now, slotAt),
    before: queries.before === undefined ? [] : read(queries.before, slotAt),
    isHeard: heard(slotAt),
  });
}

interface Asked {
  readonly reader: Pick<FigureReader, "readSeries">;
  readonly scope: Scope;
  readonly wish: Omit<FigureWish, "query">;
  readonly queries: RuleQueries;
  readonly range: SlotRange;
  readonly tell: (share: number) => void;
}

type Read = (query: RuleQuery, slotAt: number) => readonly GroupFigures[];

/** One series of short buckets answers every window. */
async function readSums(asked: Asked): Promise<Read> {
  const { queries, range } = asked;
  const bucketMs = chooseBucket(queries, range.stepMs);
  const { metric } = queries.now;
  const series = await readSeries(asked, { metric, fromMs: range.fromMs - findReach(queries), bucketMs });
  return (query, slotAt) => series.read(query.edges.map((edge) => slotAt + edge));
}

async function readSeries(
  asked: Asked,
  { metric, fromMs, bucketMs }: { metric: string; fromMs: number; bucketMs: number },
): Promise<BucketSeries> {
  const { toMs } = asked.range;
  const series = new BucketSeries(metric, { fromMs, toMs, bucketMs });
  const count = Math.round((toMs - fromMs) / bucketMs);
  const edges = Array.from({ length: count + 1 }, (_, place) => fromMs + place * bucketMs);
  const query = { metric, edges: [], isUnguarded: true };
  await readPieces({ ...asked, query, edges }, (first, groups) => series.add(fromMs + first * bucketMs, groups));
  series.close();
  return series;
}

/** Reads every window between neighbouring edges, in as few questions as statements and answers have room for; `take` gets the place of the first. */
async function readPieces(
  { reader, scope, wish, query, edges, tell }: Asked & { query: RuleQuery; edges: readonly number[] },
  take: (first: number, groups: readonly GroupFigures[]) => void,
): Promise<void> {
  const count = edges.length - 1;
  let atOnce = BUCKETS_AT_ONCE;
  for (let first = 0; first < count;) {
    const some = edges.slice(first, first + atOnce + 1);
    let groups: GroupFigures[];
    try {
      groups = await reader.readSeries(scope, { ...wish, query }, some);
    } catch (cause) {
      const isTooLarge =
        cause instanceof TooManyFigures || (cause instanceof ClickHouseFailure && cause.kind === "overload");
      if (!isTooLarge || atOnce === 1) throw cause;
      // How many groups there are is known only now.
      atOnce = Math.ceil(Math.min(atOnce, some.length - 1) / 2);
      continue;
    }
    take(first, groups);
    first += some.length - 1;
    tell(first / count);
  }
}

/** Windows that cannot be added are asked whole: each phase is a row of windows that do not overlap. States are asked at the ends of steps. */
async function readWindows(asked: Asked, reading: "ends" | "phases"): Promise<Read> {
  const { queries, range, tell } = asked;
  const windowMs = reading === "ends" ? range.stepMs : Math.abs(queries.now.edges[0] ?? range.stepMs);
  const found = new Map<string, Map<number, GroupFigures[]>>();
  let held = 0;
  const asking = [queries.now, ...(queries.before === undefined ? [] : [queries.before])];
  const phases = Math.max(1, Math.round(windowMs / range.stepMs));
  for (const [place, query] of asking.entries()) {
    const endOffset = query.edges[query.edges.length - 1] ?? 0;
    const bySlot = new Map<number, GroupFigures[]>();
    for (let phase = 0; phase < phases; phase += 1) {
      const slots: number[] = [];
      for (let slot = range.fromMs + (phase + 1) * range.stepMs; slot <= range.toMs; slot += phases * range.stepMs)
        slots.push(slot);
      if (slots.length === 0) continue;
      const edges = [(slots[0] ?? 0) + endOffset - windowMs, ...slots.map((slot) => slot + endOffset)];
      const tellPhase = (share: number): void => tell((place + (phase + share) / phases) / asking.length);
      const unguarded = { ...query, isUnguarded: true };
      await readPieces({ ...asked, query: unguarded, edges, tell: tellPhase }, (first, groups) => {
        const count = groups[0]?.windows.length ?? 0;
        held += count * groups.length;
        if (held > MOST_WINDOWS) throw new TooManyFigures("Too many groups for so long a range.");
        for (const [index, slot] of slots.slice(first, first + count).entries())
          bySlot.set(
            slot,
            groups.map((group) => pick(group, index)),
          );
      });
    }
    found.set(JSON.stringify(query.edges), bySlot);
  }
  return (query, slotAt) => found.get(JSON.stringify(query.edges))?.get(slotAt) ?? [];
}

function pick({ labels, windows }: GroupFigures, place: number): GroupFigures {
  return { labels, windows: windows.slice(place, place + 1) };
}

async function readHeard(asked: Asked): Promise<(slotAt: number) => SlotFigures["isHeard"]> {
  const { queries, range, wish } = asked;
  const { heardMs } = queries;
  if (heardMs === undefined) return () => () => true;
  const dimensions = wish.dimensions.filter((dimension) => FEED_LABELS.includes(dimension.toLowerCase()));
  const { clients, stores, channels, partners, sources, regions } = wish.filter;
  const filter = Object.fromEntries(
    Object.entries({ clients, stores, channels, partners, sources, regions }).filter(([, ids]) => ids != null),
  );
  const ofFeeds = { ...asked, wish: { dimensions, filter } };
  const bucketMs = chooseBucket(queries, range.stepMs);
  const series = await readSeries(ofFeeds, { metric: HEARD, fromMs: range.fromMs - heardMs, bucketMs });
  const names = dimensions.map((dimension) => dimension.toLowerCase());
  const keyOf = (labels: Labels) =>
    fingerprintLabels(Object.fromEntries(names.map((name) => [name, labels[name] ?? ""])));
  return (slotAt) => {
    let heard: Set<string> | undefined;
    return (labels) => {
      heard ??= new Set(series.read([slotAt - heardMs, slotAt]).map((group) => keyOf(group.labels)));
      return heard.has(keyOf(labels));
    };
  };
}

/** How far before a slot its figures reach. */
function findReach({ now, before }: RuleQueries): number {
  return Math.max(...[...now.edges, ...(before?.edges ?? [])].map((edge) => -edge), 0);
}
