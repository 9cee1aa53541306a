/** chooseNextFocus chooses which of `count` parts in a row has the focus after a key; null where the key means nothing here. In a menu arrows move, in a dialog the Tab key goes round. */
export function chooseNextFocus(
  press: { readonly key: string; readonly isShift: boolean },
  { kind, at, count }: { readonly kind: "dialog" | "menu"; readonly at: number; readonly count: number },
): number | null {
  if (count === 0) return null;
  if (kind === "dialog") {
    if (press.key !== "Tab") return null;
    if (press.isShift) return at <= 0 ? count - 1 : null;
    return at === count - 1 || at === -1 ? 0 : null;
  }
  switch (press.key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return at <= 0 ? count - 1 : at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
