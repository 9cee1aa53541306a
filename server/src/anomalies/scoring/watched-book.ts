import { LocalSlots, SLOT_MS } from "./local-slot.js";
import { renderSeriesKey, type SeriesKey } from "./series-key.js";
import type { SlotFinding } from "./slot-finding.js";
import { buildIncidentTrack, type IncidentTrack } from "./track-incident.js";
import { buildWatchedState, scoreSlot, type SlotFigures, type WatchedState } from "./watched-state.js";
import { WATCHED_CLASSES, type WatchedClass, type WatchedGrouping, type WatchedMetric } from "./watched-series.js";

/** WatchedSeries is one series and what is remembered of it. */
export interface WatchedSeries {
  readonly watched: WatchedClass;
  readonly key: SeriesKey;
  readonly state: WatchedState;
  readonly track: IncidentTrack;
  /** Findings that may matter to a threshold that is not chosen yet. */
  candidates: SlotFinding[];
}

/** WatchedPiece is what the series of a grouping had in a piece of time. */
export interface WatchedPiece {
  readonly fromMs: number;
  readonly toMs: number;
  readonly series: readonly {
    readonly key: SeriesKey;
    readonly watched: WatchedMetric;
    /** By the start of the slot; slots without anything recorded are not in it. Computed when it is asked for. */
    readonly readFigures: () => ReadonlyMap<number, SlotFigures>;
  }[];
  readonly isHeard: (key: SeriesKey, atMs: number) => boolean;
}

/** Telling is who wants to know of findings: of all from an instant on, before that only of those that may matter to a threshold. */
export interface Telling {
  readonly allFromMs: number;
  readonly tell: (series: WatchedSeries, finding: SlotFinding) => void;
}

const NOTHING = { value: undefined, numerator: 0, denominator: 0 };
const NO_FIGURES: ReadonlyMap<number, SlotFigures> = new Map();

/** WatchedBook remembers all series of a tenant. A series begins with the first slot in which anything was recorded. */
export class WatchedBook {
  private readonly classes = new Map(
    WATCHED_CLASSES.map((watched) => [watched.id, new Map<string, WatchedSeries>()] as const),
  );
  private readonly zones = new Map<string, LocalSlots>();

  constructor(private readonly findZone: (client: string) => string) {}

  /** listSeries returns the series of a class, or all of them. */
  listSeries(id?: string): WatchedSeries[] {
    const books =
      id === undefined ? [...this.classes.values()] : [this.classes.get(id) ?? new Map<string, WatchedSeries>()];
    return books.flatMap((book) => [...book.values()]);
  }

  /**
   * addPiece scores a piece of time of a grouping, series by series and slot by slot, and tells what it finds. What is not in the piece had nothing in
   * any of its slots. It yields after each series, so that other work gets its turn; it must be played to its end.
   */
  *addPiece(grouping: WatchedGrouping, piece: WatchedPiece, telling: Telling): Generator<void> {
    for (const watched of WATCHED_CLASSES.filter((each) => each.grouping === grouping)) {
      const book = this.classes.get(watched.id);
      if (book === undefined) continue;
      const scored = new Set<WatchedSeries>();
      for (const { key, watched: metric, readFigures } of piece.series) {
        if (metric.metric !== watched.metric) continue;
        const figures = readFigures();
        const id = renderSeriesKey(key);
        const series = book.get(id) ?? this.openSeries(book, { watched, key, id, figures });
        if (series === undefined || scored.has(series)) continue;
        this.scorePiece(series, { piece, figures, telling });
        scored.add(series);
        yield;
      }
      for (const series of book.values()) {
        if (scored.has(series)) continue;
        this.scorePiece(series, { piece, figures: NO_FIGURES, telling });
        yield;
      }
    }
  }

  private openSeries(
    book: Map<string, WatchedSeries>,
    given: { watched: WatchedClass; key: SeriesKey; id: string; figures: ReadonlyMap<number, SlotFigures> },
  ): WatchedSeries | undefined {
    const { watched, key } = given;
    let sinceMs = Infinity;
    for (const figures of given.figures.values())
      if (hasRecord(figures, watched)) sinceMs = Math.min(sinceMs, figures.atMs);
    if (sinceMs === Infinity) return undefined;
    const state = buildWatchedState(watched, sinceMs);
    const series = { watched, key, state, track: buildIncidentTrack(), candidates: [] };
    book.set(given.id, series);
    return series;
  }

  private scorePiece(
    series: WatchedSeries,
    given: {
      piece: WatchedPiece;
      figures: ReadonlyMap<number, SlotFigures>;
      telling: Telling;
    },
  ): void {
    const { state, key, watched } = series;
    const { piece, figures, telling } = given;
    const slots = this.findSlots(key.client);
    for (let atMs = Math.max(piece.fromMs, state.sinceMs); atMs < piece.toMs; atMs += SLOT_MS) {
      const known = figures.get(atMs);
      // Of rates and gauges a slot without anything recorded says nothing, whether the feed was heard or not.
      if (known === undefined && watched.kind === "gauge") continue;
      const isHeard = watched.kind === "count" && piece.isHeard(key, atMs);
      const { value, numerator, denominator } = known ?? NOTHING;
      const isTold = atMs >= telling.allFromMs;
      const slot = { atMs, value, numerator, denominator, isHeard };
      const finding = scoreSlot(state, slot, { local: slots.find(atMs), isTold });
      if (finding !== undefined) telling.tell(series, finding);
    }
  }

  private findSlots(client: string): LocalSlots {
    const zone = this.findZone(client);
    const slots = this.zones.get(zone) ?? new LocalSlots(zone);
    this.zones.set(zone, slots);
    return slots;
  }
}

function hasRecord({ value, denominator }: SlotFigures, { kind }: WatchedClass): boolean {
  return kind === "rate" ? denominator > 0 : value !== undefined;
}
