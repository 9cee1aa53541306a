import { readNdjson } from "./read-ndjson.js";

async function* pieces(text: string, size = 5): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

describe("readNdjson", () => {
  it.each(["\n", "\r\n", "\r"])("reads objects by line with line end %j, columns by path", async (end) => {
    const rows = [];
    const text = ['{"a":{"b":1},"c":true}', "", "[1]", '{"a":{"b":"x"}}'].join(end);
    for await (const row of readNdjson(pieces(text)))
      rows.push([row.line, row.find("a.b"), row.find("c"), row.fault !== undefined]);
    expect(rows).toEqual([
      [1, "1", "true", false],
      [3, undefined, undefined, true],
      [4, "x", undefined, false],
    ]);
  });
});
