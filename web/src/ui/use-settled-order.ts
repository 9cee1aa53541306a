import { useState, type FocusEvent } from "react";
import { settleOrder } from "./settle-order.js";

/** Hold is what a list spreads on its element so that it knows when someone points at it or works in it. */
export interface Hold {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** SettledOrder is a list that holds still: what to show, what to spread on its element, and for `HeldNote` what waits and how to show it. */
export interface SettledOrder<Row> {
  readonly rows: readonly Row[];
  readonly hold: Hold;
  readonly isHeld: boolean;
  readonly waiting: number;
  readonly show: () => void;
}

/** useSettledOrder shows rows as given, but while the pointer or the focus is on the list it holds it: rows get new content, none moves, comes or goes. */
export function useSettledOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string): SettledOrder<Row> {
  const [held, setHeld] = useState<readonly Row[] | null>(null);
  const settled = held === null ? { rows, waiting: 0 } : settleOrder(rows, held, keyOf);
  const take = (): void => setHeld((before) => before ?? rows);
  const release = (): void => setHeld(null);
  const hold: Hold = {
    onPointerEnter: take,
    onPointerLeave: release,
    onFocus: take,
    onBlur: (event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : release()),
  };
  return { ...settled, hold, isHeld: held !== null, show: () => setHeld((before) => (before === null ? null : rows)) };
}
