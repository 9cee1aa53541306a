import { ImportFault } from "./import-fault.js";
import { readDelimited } from "./read-delimited.js";

async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, delimiter?: string) {
  const rows = [];
  for await (const row of readDelimited(pieces(text, text.length > 1_000 ? 65_536 : 7), delimiter))
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

  it("keeps a row with bytes of another encoding as faulty and goes on", async () => {
    const rows = await read("a,b\nCaf\uFFFD,1\nx,2\n");
    expect(rows.map(({ line, fault }) => [line, fault?.slice(0, 33)])).toEqual([
      [2, "it holds bytes that are no utf-8:"],
      [3, undefined],
    ]);
    await expect(read("a,caf\uFFFD\n1,2\n")).rejects.toThrow("say the encoding");
  });

  it("gives a row in the form it is kept: by name, or as cells where names do not fit or come twice", async () => {
    const kept = async (text: string) => {
      for await (const row of readDelimited(pieces(text))) return row.kept;
      throw new Error("no row");
    };
    expect(await kept("a,b\n 1 ,2\n")).toEqual({ row: { a: " 1 ", b: "2" } });
    expect(await kept("a,b\n1\n")).toEqual({ columns: ["a", "b"], cells: ["1"] });
    expect(await kept("a,a\n1,2\n")).toEqual({ columns: ["a", "a"], cells: ["1", "2"] });
  });

  it("says where a quote was opened that nothing closes, without reading the rest into memory", async () => {
    await expect(read('a,b\n1,2\n"3,4\n5,6\n')).rejects.toThrow(/^line 3: /);
    await expect(read(`a,b\n1,2\n"${"x".repeat(11 * 1024 * 1024)}`)).rejects.toThrow(/^line 3: /);
  });

  it("fails when its source fails", async () => {
    async function* broken(): AsyncGenerator<string> {
      yield "a,b\n1,2\n";
      throw new ImportFault("the disk is gone");
    }
    await expect(async () => {
      for await (const row of readDelimited(broken())) expect(row.line).toBe(2);
    }).rejects.toThrow("the disk is gone");
  });

  it("refuses an empty file", async () => {
    await expect(read("")).rejects.toThrow(ImportFault);
  });
});
