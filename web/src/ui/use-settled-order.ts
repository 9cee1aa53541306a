import { useState, type FocusEvent } from "react";
import { settleOrder } from "./settle-order.js";

/** Hold is what a list spreads on its element so that it knows when someone points at it or works in it. */
export interface Hold {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** useSettledOrder orders rows as given, but holds the order while the pointer or the focus is on the list. */
export function useSettledOrder<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): { rows: readonly Row[]; hold: Hold; isHeld: boolean } {
  const [heldKeys, setHeldKeys] = useState<readonly string[] | null>(null);
  const shown = heldKeys === null ? rows : settleOrder(rows, heldKeys, keyOf);
  const take = (): void => setHeldKeys((held) => held ?? shown.map(keyOf));
  const release = (): void => setHeldKeys(null);
  const hold: Hold = {
    onPointerEnter: take,
    onPointerLeave: release,
    onFocus: take,
    onBlur: (event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : release()),
  };
  return { rows: shown, hold, isHeld: heldKeys !== null };
}
