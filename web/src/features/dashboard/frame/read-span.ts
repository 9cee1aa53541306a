const spans = [3, 4, 5, 6, 7, 8, 12] as const;

/** PanelSpan is how wide a panel may be, in twelfths. */
export type PanelSpan = (typeof spans)[number];

/** readSpan reads the width of a panel; one that the grid does not have is the whole width. */
export function readSpan(span: number): PanelSpan {
  return spans.find((known) => known === span) ?? 12;
}
