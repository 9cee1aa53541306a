import fc from "fast-check";
import { cutText, measureText, type TextUnit } from "./cut-text.js";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The same by looking at every grapheme. */
function cutSlowly(text: string, limit: number, unit: TextUnit): string {
  if (measureText(text, unit) <= limit) return text;
  const room = limit - measureText("…", unit);
  if (room < 0) return "";
  let kept = "";
  for (const { segment } of SEGMENTER.segment(text)) {
    if (measureText(kept + segment, unit) > room) break;
    kept += segment;
  }
  return `${kept}…`;
}

const SIGNS = [
  "a",
  " ",
  "é",
  "e\u0301",
  "\r\n",
  "\n",
  "👨‍👩‍👧‍👦",
  "🇩🇪",
  "한",
  "ש",
  "©",
  "\u200d",
  "\u00ad",
  "हिन्दी",
  "x".repeat(40),
];

it("cuts where looking at every grapheme cuts, wherever it begins to look", () => {
  const texts = fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(""));
  const units = fc.constantFrom<TextUnit>("characters", "bytes");
  fc.assert(
    fc.property(texts, fc.nat(300), units, (text, limit, unit) => {
      expect(cutText(text, limit, unit)).toBe(cutSlowly(text, limit, unit));
    }),
    { numRuns: 2_000 },
  );
});
