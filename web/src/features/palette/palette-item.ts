/** PaletteItem is one thing the command palette offers: where it leads or what it does. */
export interface PaletteItem {
  readonly key: string;
  readonly kind: PaletteKind;
  readonly title: string;
  /** note tells same-named things apart: the client of a store, the present state of an action. */
  readonly note: string;
  /** words are further words that find it. */
  readonly words: string;
  readonly run: () => void;
}

/** paletteKinds lists the kinds in the order in which they are shown. */
export const paletteKinds = [
  "Page",
  "Saved view",
  "Action",
  "Workflow",
  "Client",
  "Store",
  "Channel",
  "Partner",
  "Metric",
] as const;

/** PaletteKind is what an item is. */
export type PaletteKind = (typeof paletteKinds)[number];
