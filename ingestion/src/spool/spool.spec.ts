import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Spool } from "./spool.js";
import { SpoolFull } from "./spool-full.js";

describe("Spool", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "watchfloor-spool-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const bodies = (spool: Spool) => [...spool.recover()].map((block) => spool.read(block).toString());
  const segment = () =>
    join(
      directory,
      readdirSync(directory)
        .filter((name) => name.endsWith(".spool"))
        .at(-1) ?? "",
    );

  it("gives back after a restart what was appended and not committed, in order", async () => {
    const first = new Spool(directory, 1e6);
    const blocks = await Promise.all(["a", "b", "c"].map((text) => first.append([Buffer.from(text)])));
    const [a] = blocks;
    if (a !== undefined) first.commit(a.end);
    await first.settle();
    await first.close();
    expect(bodies(new Spool(directory, 1e6))).toEqual(["b", "c"]);
  });

  it("cuts a torn tail and keeps what is before it, over several restarts", async () => {
    const first = new Spool(directory, 1e6);
    await first.append([Buffer.from("whole")]);
    await first.append([Buffer.from("torn")]);
    await first.close();
    truncateSync(segment(), statSync(segment()).size - 2);
    const second = new Spool(directory, 1e6);
    expect(bodies(second)).toEqual(["whole"]);
    await second.append([Buffer.from("later")]);
    await second.close();
    expect(bodies(new Spool(directory, 1e6))).toEqual(["whole", "later"]);
  });

  it("stops at damage that a checksum shows", async () => {
    const first = new Spool(directory, 1e6);
    await first.append([Buffer.from("good")]);
    await first.close();
    appendFileSync(segment(), Buffer.from("no block at all, but long enough for a header"));
    expect(bodies(new Spool(directory, 1e6))).toEqual(["good"]);
  });

  it("refuses more than its bound, stores nothing of it, and takes more once there is room", async () => {
    const spool = new Spool(directory, 100);
    const block = await spool.append([Buffer.alloc(60)]);
    await expect(spool.append([Buffer.alloc(60)])).rejects.toThrow(SpoolFull);
    expect(bodies(new Spool(directory, 100)).length).toBe(1);
    spool.commit(block.end);
    await spool.close();
  });

  it("refuses while closing", async () => {
    const spool = new Spool(directory, 1e6);
    await spool.close();
    await expect(spool.append([Buffer.from("x")])).rejects.toMatchObject({ retryAfterSeconds: 5 });
  });

  it("keeps its name and where the batch that was being stored ends, and writes a commit down with the next plan", async () => {
    const first = new Spool(directory, 1e6);
    expect(first.planned).toBeUndefined();
    const [a, b] = await Promise.all(["a", "b", "c"].map((text) => first.append([Buffer.from(text)])));
    if (a === undefined || b === undefined) throw new Error("nothing was appended");
    await first.plan(a.end);
    await first.close();
    const second = new Spool(directory, 1e6);
    expect([second.planned, second.writer]).toEqual([a.end, first.writer]);
    second.commit(a.end);
    expect([bodies(second), second.isSettled]).toEqual([["b", "c"], false]);
    expect(bodies(new Spool(directory, 1e6))).toEqual(["a", "b", "c"]);
    await second.plan(b.end);
    expect(second.isSettled).toBe(true);
    const third = new Spool(directory, 1e6);
    expect([third.planned, bodies(third)]).toEqual([b.end, ["b", "c"]]);
    third.commit(b.end);
    await third.settle();
    expect(third.planned).toBeUndefined();
    expect(bodies(new Spool(directory, 1e6))).toEqual(["c"]);
    await second.close();
  });

  it("reads the checkpoint of the first release", async () => {
    const first = new Spool(directory, 1e6);
    const blocks = await Promise.all(["a", "b"].map((text) => first.append([Buffer.from(text)])));
    await first.close();
    writeFileSync(join(directory, "checkpoint.json"), JSON.stringify(blocks[0]?.end));
    const second = new Spool(directory, 1e6);
    expect([bodies(second), second.planned]).toEqual([["b"], undefined]);
  });

  it.each(["", "{", "[]", "null", '{"segment":"x"}', '{"segment":1,"offset":3,"planned":7,"writer":5}'])(
    "reads a damaged checkpoint (%s) as far as it can, under another name",
    async (text) => {
      writeFileSync(join(directory, "checkpoint.json"), text);
      const spool = new Spool(directory, 1e6);
      expect(spool.planned).toBeUndefined();
      expect(spool.writer).toMatch(/^[0-9a-f-]{36}$/);
      await spool.append([Buffer.from("a")]);
      await spool.close();
      expect(bodies(new Spool(directory, 1e6))).toEqual(["a"]);
    },
  );

  it("deletes segments that are stored whole", async () => {
    const spool = new Spool(directory, 1e9);
    const large = Buffer.alloc(40 * 1024 * 1024, 1);
    for (let index = 0; index < 3; index += 1) await spool.append([large]);
    const last = await spool.append([Buffer.from("end")]);
    const before = readdirSync(directory).filter((name) => name.endsWith(".spool")).length;
    spool.commit(last.end);
    await spool.settle();
    const after = readdirSync(directory).filter((name) => name.endsWith(".spool")).length;
    await spool.close();
    expect(before).toBeGreaterThan(1);
    expect(after).toBe(1);
    expect(spool.bytes).toBeLessThan(large.length * 2);
  });
});
