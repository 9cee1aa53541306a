import { paletteKinds, type PaletteItem } from "./palette-item.js";

const shownAtMost = 40;

/**
 * findPaletteItems finds the items that contain every word typed, the best first: a title that begins with the text, then one of whose words
 * does, then the rest; among equals in the order of the kinds. Without a text it is pages, views and actions.
 */
export function findPaletteItems(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  const typed = fold(text);
  const words = typed.split(" ").filter((word) => word !== "");
  if (words.length === 0) return items.filter(({ kind }) => paletteKinds.indexOf(kind) < 3).slice(0, shownAtMost);
  return items
    .map((item) => ({ item, rank: rankItem(item, typed, words) }))
    .filter((entry) => entry.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ item }) => item)
    .slice(0, shownAtMost);
}

function rankItem(item: PaletteItem, typed: string, words: readonly string[]): number | null {
  const title = fold(item.title);
  const all = `${title} ${fold(item.note)} ${fold(item.words)} ${item.kind.toLowerCase()}`;
  if (!words.every((word) => all.includes(word))) return null;
  const place = paletteKinds.indexOf(item.kind) / 100;
  if (title.startsWith(typed)) return place;
  const parts = title.split(" ");
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1 + place;
  return (words.every((word) => title.includes(word)) ? 2 : 3) + place;
}

/** Accents do not matter: "lubeck" finds Lübeck. */
function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
