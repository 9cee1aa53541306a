import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ImportFault } from "./import-fault.js";
import { openText } from "./open-text.js";

const TEXT = "name,city\nCafé,Łódź\n";
const bytesOf = (encoding: BufferEncoding, mark: number[] = []) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(TEXT, encoding)]);

describe("openText", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "text-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function read(bytes: Buffer, encoding?: string): Promise<{ text: string; bytes: number }> {
    const path = join(directory, "file");
    await writeFile(path, bytes);
    let [text, count] = ["", 0];
    for await (const piece of openText(path, { encoding, onBytes: (more) => (count += more) })) text += piece;
    return { text, bytes: count };
  }

  it.each<[string, Buffer, string | undefined]>([
    ["UTF-8", bytesOf("utf8"), undefined],
    ["UTF-8 with a mark", bytesOf("utf8", [0xef, 0xbb, 0xbf]), undefined],
    ["UTF-16LE with a mark", bytesOf("utf16le", [0xff, 0xfe]), undefined],
    ["UTF-16BE with a mark", bytesOf("utf16le", [0xff, 0xfe]).swap16(), undefined],
    ["UTF-16LE by the mapping", bytesOf("utf16le"), "utf-16le"],
    ["Windows-1250 by the mapping", Buffer.from("6e616d652c636974790a436166e92ca3f3649f0a", "hex"), "windows-1250"],
  ])("reads %s, plain and gzip, counting the bytes of the file", async (_name, bytes, encoding) => {
    expect(await read(bytes, encoding)).toEqual({ text: TEXT, bytes: bytes.length });
    const zipped = gzipSync(bytes);
    expect(await read(zipped, encoding)).toEqual({ text: TEXT, bytes: zipped.length });
  });

  it("reads several gzip files one behind the other, and nothing of an empty file", async () => {
    expect((await read(Buffer.concat([gzipSync("a"), gzipSync("b")]))).text).toBe("ab");
    expect((await read(Buffer.alloc(0))).text).toBe("");
  });

  it("says that gzip ends early or is damaged", async () => {
    const zipped = gzipSync(Buffer.from(TEXT.repeat(1_000)));
    await expect(read(zipped.subarray(0, zipped.length - 9))).rejects.toThrow(/ends early/);
    const damaged = Buffer.from(zipped);
    damaged.fill(0xff, 12, 40);
    await expect(read(damaged)).rejects.toThrow(ImportFault);
  });
});
