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
  scoredSlots: number;
}

/** SeriesPiece is what a series had in the slots of a piece of time. */
export interface SeriesPiece {
  readonly key: SeriesKey;
  readonly watched: WatchedMetric;
  readonly figures: readonly SlotFigures[];
}

const NOTHING = { value: undefined, numerator: 0, denominator: 0, isHeard: false };

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

  /** addPiece scores a piece of time of a grouping, slot by slot, and tells every finding. What is not in the piece had nothing in any of its slots. */
  addPiece(
    grouping: WatchedGrouping,
    piece: { fromMs: number; toMs: number; series: readonly SeriesPiece[] },
    tell: (series: WatchedSeries, finding: SlotFinding | undefined, atMs: number) => void,
  ): void {
    for (const watched of WATCHED_CLASSES.filter((each) => each.grouping === grouping)) {
      const book = this.classes.get(watched.id);
      if (book === undefined) continue;
      const figuresOf = new Map<string, readonly SlotFigures[]>();
      for (const { key, watched: metric, figures } of piece.series) {
        if (metric.metric !== watched.metric) continue;
        const id = renderSeriesKey(key);
        figuresOf.set(id, figures);
        if (!book.has(id)) this.openSeries(book, { watched, key, id, figures });
      }
      for (const [id, series] of book) this.scorePiece(series, { ...piece, figures: figuresOf.get(id) }, tell);
    }
  }

  private openSeries(
    book: Map<string, WatchedSeries>,
    given: { watched: WatchedClass; key: SeriesKey; id: string; figures: readonly SlotFigures[] },
  ): void {
    const first = given.figures.find((figures) => hasRecord(figures, given.watched));
    if (first === undefined) return;
    const { watched, key } = given;
    const state = buildWatchedState(watched, first.atMs);
    book.set(given.id, { watched, key, state, track: buildIncidentTrack(), candidates: [], scoredSlots: 0 });
  }

  private scorePiece(
    series: WatchedSeries,
    piece: { fromMs: number; toMs: number; figures: readonly SlotFigures[] | undefined },
    tell: (series: WatchedSeries, finding: SlotFinding | undefined, atMs: number) => void,
  ): void {
    const { state, key } = series;
    const slots = this.findSlots(key.client);
    for (let atMs = Math.max(piece.fromMs, state.sinceMs); atMs < piece.toMs; atMs += SLOT_MS) {
      const figures = piece.figures?.[(atMs - piece.fromMs) / SLOT_MS] ?? { atMs, ...NOTHING };
      const finding = scoreSlot(state, figures, slots.find(atMs));
      if (finding?.score !== undefined) series.scoredSlots += 1;
      tell(series, finding, atMs);
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
