import type { GroupFigure } from "./list-figures.js";

/** choosePeers picks of a ranking one store, the two above and below it, the best and the worst, in their order. */
export function choosePeers(figures: readonly GroupFigure[], store: string): readonly GroupFigure[] {
  const isStore = ({ key }: GroupFigure): boolean =>
    key.some(({ dimension, id }) => dimension.toUpperCase() === "STORE" && id === store);
  const own = figures.findIndex(isStore);
  const ranked = figures.filter(({ rank }) => rank !== null);
  const kept = new Set<GroupFigure>(figures.slice(Math.max(0, own - 2), own < 0 ? 0 : own + 3));
  for (const one of [...ranked.slice(0, own < 0 ? 3 : 1), ...ranked.slice(-1)]) kept.add(one);
  return figures.filter((one) => kept.has(one));
}
