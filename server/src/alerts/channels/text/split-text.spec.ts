import { escapeSlack } from "./escape-slack.js";
import { splitText } from "./split-text.js";

const FAMILY = "👨‍👩‍👧‍👦";

it.each([
  ["", 5, []],
  ["ab\ncd", 5, ["ab\ncd"]],
  ["ab\ncd\nef", 5, ["ab\ncd", "ef"]],
  ["ab\n\n\n", 5, ["ab"]],
  ["abcdefgh", 5, ["abcd", "efgh"]],
  ["abcd efgh ij", 7, ["abcd", "efgh ij"]],
  [`a${FAMILY}b`, FAMILY.length + 2, [`a${FAMILY}b`]],
  [`ab${FAMILY}c`, FAMILY.length + 1, ["ab", `${FAMILY}c`]],
])("splits %j at %d", (text, limit, pieces) => expect(splitText(text, limit)).toEqual(pieces));

it("measures what is sent, and loses nothing", () => {
  const text = Array.from({ length: 40 }, (_, index) => `${"<&x ".repeat(index)}${FAMILY}`).join("\n");
  const pieces = splitText(text, 120, (piece) => escapeSlack(piece).length);
  for (const piece of pieces) expect(escapeSlack(piece).length).toBeLessThanOrEqual(120);
  const squeeze = (words: string) => words.replaceAll(/\s/g, "");
  expect(squeeze(pieces.join(""))).toBe(squeeze(text));
});
