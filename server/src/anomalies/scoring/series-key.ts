import type { Dimension } from "../../metrics/metric-words.js";

/** KEY_COLUMNS are the columns that tell series of a metric apart, in the order in which they are stored. */
export const KEY_COLUMNS = [
  "client",
  "store",
  "channel",
  "partner",
  "workflow",
  "source",
  "measure",
  "currency",
] as const;
/** KeyColumn is one of `KEY_COLUMNS`. */
export type KeyColumn = (typeof KEY_COLUMNS)[number];

/** SeriesKey says which series it is; '' = not by that dimension. */
export type SeriesKey = Readonly<Record<KeyColumn, string>>;

/** KeyPartText is a dimension and its id; null = rows without it. */
interface KeyPartText {
  readonly dimension: string;
  readonly id: string | null;
}

/** buildSeriesKey returns the key of a group of an answer. */
export function buildSeriesKey(parts: readonly KeyPartText[]): SeriesKey {
  const read = (column: KeyColumn) => parts.find((part) => part.dimension === column.toUpperCase())?.id ?? "";
  return {
    ...{ client: read("client"), store: read("store"), channel: read("channel"), partner: read("partner") },
    ...{ workflow: read("workflow"), source: read("source"), measure: read("measure"), currency: read("currency") },
  };
}

/** renderSeriesKey returns a text that no other series of the same class has. */
export function renderSeriesKey(key: SeriesKey): string {
  return KEY_COLUMNS.map((column) => key[column]).join("\0");
}

/** isKeyColumn tells whether series are told apart by a dimension. */
export function isKeyColumn(dimension: Dimension): boolean {
  return KEY_COLUMNS.some((column) => column.toUpperCase() === dimension);
}
