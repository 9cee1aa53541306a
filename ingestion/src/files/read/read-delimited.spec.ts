import { ImportFault } from "./import-fault.js";
import { readDelimited } from "./read-delimited.js";

async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, delimiter?: string) {
  const rows = [];
  for await (const row of readDelimited(pieces(text), delimiter))
    rows.push({ line: row.line, a: row.find("a"), b: row.find("b"), fault: row.fault });
  return rows;
}

describe("readDelimited", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("numbers lines with %s line ends", async (_name, end) => {
    expect(await read(["a,b", "1,2", "3,4", ""].join(end))).toEqual([
      { line: 2, a: "1", b: "2", fault: undefined },
      { line: 3, a: "3", b: "4", fault: undefined },
    ]);
  });

  it.each([
    ["tabs with commas inside", "a\tb\n1,5\tx\n"],
    ["semicolons", "a;b\n1,5;x\n"],
    ["bars", "a|b\n1,5|x\n"],
  ])("finds the delimiter by the header: %s", async (_name, text) => {
    expect(await read(text)).toEqual([{ line: 2, a: "1,5", b: "x", fault: undefined }]);
  });

  it("numbers a row by the line it begins on when a quoted text spans lines", async () => {
    expect(await read('a,b\n"x\ny",1\n3,4\n')).toEqual([
      { line: 2, a: "x\ny", b: "1", fault: undefined },
      { line: 4, a: "3", b: "4", fault: undefined },
    ]);
  });

  it("keeps a row with another number of columns as faulty and goes on", async () => {
    const rows = await read("a,b\n1\n3,4\n");
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [2, "the row has 1 columns, the header 2"],
      [3, undefined],
    ]);
  });

  it("reads a last line without line end, and quotes within a text", async () => {
    expect(await read('a,b\n5" pipe,"say ""hi"""')).toEqual([
      { line: 2, a: '5" pipe', b: 'say "hi"', fault: undefined },
    ]);
  });

  it("refuses an empty file", async () => {
    await expect(read("")).rejects.toThrow(ImportFault);
  });
});
