import { findPaletteItems } from "./find-palette-items.js";
import type { PaletteItem, PaletteKind } from "./palette-item.js";

const item = (kind: PaletteKind, title: string, note = "", words = ""): PaletteItem => ({
  ...{ key: `${kind} ${title} ${note}`, kind, title, note, words, run: () => undefined },
});
const items = [
  item("Page", "Live"),
  item("Page", "Stores"),
  item("Saved view", "My overdue orders"),
  item("Action", "Dark theme", "", "night"),
  item("Workflow", "Price sync", "Northmart"),
  item("Store", "0117 Lübeck", "Northmart"),
  item("Store", "0118 Live Oak", "Bellavita"),
  item("Metric", "Overdue", "", "sla_overdue"),
];
const titles = (text: string) => findPaletteItems(items, text).map(({ title }) => title);

it.each([
  ["", ["Live", "Stores", "My overdue orders", "Dark theme"]],
  ["  ", ["Live", "Stores", "My overdue orders", "Dark theme"]],
  ["live", ["Live", "0118 Live Oak"]],
  ["lubeck", ["0117 Lübeck"]],
  ["LÜB", ["0117 Lübeck"]],
  ["overdue", ["Overdue", "My overdue orders"]],
  ["northmart price", ["Price sync"]],
  ["sla_over", ["Overdue"]],
  ["night", ["Dark theme"]],
  ["store 0117", ["0117 Lübeck"]],
  ["zzz", []],
])("%j finds %j", (text, found) => {
  expect(titles(text)).toEqual(found);
});

it("shows at most 40 of 300 stores", () => {
  const stores = Array.from({ length: 300 }, (_, index) => item("Store", `Store ${index}`));
  expect(findPaletteItems(stores, "store")).toHaveLength(40);
});
