import { isNamed } from "../lists/is-named.js";
import { renderGroupTitle } from "./render-group-title.js";

const part = (dimension: string, id: string | null, title: string | null = null) => ({ dimension, id, title });

it.each([
  [[part("CLIENT", "n", "Northmart"), part("PARTNER", "m", "Merkado")], "Merkado, Northmart"],
  [[part("CLIENT", "n", "Northmart")], "Northmart"],
  [[part("EXCEPTION_CLASS", "price_conflict")], "Price conflict"],
  [[part("PARTNER", ""), part("CURRENCY", "EUR")], "No partner"],
  [[part("EXCEPTION_CLASS", null)], "No exception class"],
  [[part("REGION", ""), part("CLIENT", "n", "Northmart")], "No region, Northmart"],
  [[part("STORE", "0117", "Lübeck"), part("CLIENT", "n", "")], "Lübeck"],
])("%j is called %s", (key, title) => {
  expect(renderGroupTitle(key)).toBe(title);
});

it("a group is named when each of its dimensions is", () => {
  expect(isNamed([part("CLIENT", "n"), part("PARTNER", "m")])).toBe(true);
  expect(isNamed([part("CLIENT", "n"), part("PARTNER", "")])).toBe(false);
  expect(isNamed([part("PARTNER", null)])).toBe(false);
});
