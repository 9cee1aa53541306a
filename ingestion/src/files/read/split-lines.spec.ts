import fc from "fast-check";
import { splitLines, type SplitLine } from "./split-lines.js";

async function split(pieces: readonly string[]): Promise<SplitLine[]> {
  async function* text() {
    yield* pieces;
  }
  const lines: SplitLine[] = [];
  for await (const line of splitLines(text())) lines.push(line);
  return lines;
}

describe("splitLines", () => {
  it("gives the same lines however the text is cut", async () => {
    const words = fc.array(fc.constantFrom("a", "bc", "\n", "\r\n", "\r", "\r\r", "\n\n"), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 1, max: 5 }), async (parts, size) => {
        const text = parts.join("");
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
          text.slice(at * size, (at + 1) * size),
        );
        const expected = text.split(/\r\n|\n|\r/);
        if (expected.at(-1) === "") expected.pop();
        expect(await split(pieces)).toEqual(expected);
      }),
    );
  });

  it("leaves out a line longer than 10 MiB and goes on behind it", async () => {
    const piece = "x".repeat(1024 * 1024);
    expect(await split(["a\n", ...Array.from({ length: 25 }, () => piece), "y\nb\n"])).toEqual(["a", undefined, "b"]);
    expect(await split([`a\n${"x".repeat(11 * 1024 * 1024)}\nb`])).toEqual(["a", undefined, "b"]);
    expect(await split(Array.from({ length: 11 }, () => piece))).toEqual([undefined]);
  }, 30_000);
});
