import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { mappingSchema, parseDefinition } from "@watchfloor/dashboards";
import type { EventDocument } from "../events/event-document.js";
import type { ImportCount } from "./import-count.js";
import { importFile } from "./import-file.js";
import type { DirtyRow, RejectedRow } from "./import-report.js";
import { ImportFault } from "./read/import-fault.js";

const TEXT = `
title: test
client: c
source: s
groupBy: case
values:
  at: { date: { column: at }, formats: [yyyy-MM-dd] }
checks:
  - { reason: early, when: { left: { value: at }, is: before, right: { date: "2026-01-01", formats: [yyyy-MM-dd] } } }
events:
  - event:
      id: { concat: [{ column: case }, "-", { line: {} }] }
      kind: step.finished
      time: { value: at }
      startedAt: { value: at }
      workflow: w
      run: { column: case }
      step: { column: state }
      outcome: succeeded
  - when: { lastOfGroup: true }
    event: { id: { concat: [end-, { column: case }] }, kind: run.finished, time: { value: at }, workflow: w, run: { column: case }, outcome: succeeded }
`;
const mapping = parseDefinition({ file: "test.yaml", text: TEXT, schema: mappingSchema });
const ROWS = [
  "case,at,state",
  "A,2026-02-01,New",
  "B,2025-02-01,New",
  "A,2026-02-02,Done",
  "C,soon,New",
  "D,2026-02-03",
];

describe("importFile", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "import-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function run(content: Buffer | string, skipEvents = 0, name = "file.csv") {
    const source = join(directory, name);
    await writeFile(source, content);
    const sent: EventDocument[] = [];
    const rejected: RejectedRow[] = [];
    const warned: DirtyRow[] = [];
    const durable: number[] = [];
    const count = await importFile({
      source,
      mapping,
      client: "other",
      skipEvents,
      send: (events) => {
        sent.push(...events);
        return Promise.resolve({ accepted: events.length, duplicates: 0, rejected: [] });
      },
      report: {
        reject: (row) => rejected.push(row),
        warn: (row) => warned.push(row),
        progress: (progress: ImportCount) => Promise.resolve(void durable.push(progress.durable)),
      },
    });
    return { sent, rejected, warned, durable, count };
  }

  it("maps rows to events, the last of a group knowing that it is, with the line as sequence", async () => {
    const { sent, count } = await run(ROWS.join("\n"));
    expect(sent.map(({ id, client, sequence }) => [id, client, sequence])).toEqual([
      ["A-2", "other", 2],
      ["A-4", "other", 4],
      ["end-A", "other", 4],
      ["B-3", "other", 3],
      ["end-B", "other", 3],
    ]);
    expect([count.rows, count.events, count.accepted, count.rejectedRows]).toEqual([5, 5, 5, 2]);
  });

  it("reports refused and dirty rows by line and reason", async () => {
    const { rejected, warned } = await run(ROWS.join("\n"));
    expect(rejected.map(({ line, reason, field }) => [line, reason, field]).sort()).toEqual([
      [5, "mapping_failed", "at"],
      [6, "mapping_failed", ""],
    ]);
    expect(warned.map(({ line, reason }) => [line, reason])).toEqual([[3, "early"]]);
  });

  it("reads gzip whatever the file's name", async () => {
    expect((await run(gzipSync(ROWS.join("\r")), 0, "file.txt")).count.events).toBe(5);
  });

  it("goes on after the events an interrupted import had sent", async () => {
    const { sent, durable } = await run(ROWS.join("\n"), 3);
    expect(sent.map(({ id }) => id)).toEqual(["B-3", "end-B"]);
    expect(durable).toEqual([5]);
  });

  it("refuses a file that lacks a column of the mapping", async () => {
    await expect(run("case,state\nA,New")).rejects.toThrow(ImportFault);
  });
});
