import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { KeptRow } from "../../mapping/source-row.js";
import type { CountSnapshot, ImportCount } from "../import-count.js";
import type { DirtyRow, ImportReport, RejectedRow } from "../import-report.js";

const counter = z.number().int().min(0);
const counters = z.array(z.tuple([z.string(), counter]));
const progressSchema = z.object({
  fingerprint: z.string(),
  rejectedBytes: counter,
  warningsBytes: counter,
  count: z.object({
    rows: counter,
    rejectedRows: counter,
    events: counter,
    accepted: counter,
    duplicates: counter,
    rejectedEvents: counter,
    byKind: counters,
    warnings: counters,
  }),
});
const LONGEST_CONTENT = 4_096;

/** FilesOptions: `identity` is what makes two imports of the same file different: mapping, client and target. */
export interface FilesOptions {
  readonly directory: string;
  readonly source: string;
  readonly identity: string;
  /** A dry run leaves no progress and has reports of its own: it must not touch those of an import that goes on later. */
  readonly isDryRun: boolean;
  readonly onProgress: (count: ImportCount) => void;
}

/**
 * ImportFiles keeps what an import leaves behind, in one directory: refused rows and dirty rows as NDJSON with line and reason,
 * and how far it came. Reports are written together with the progress they belong to, so that an import that goes on after a
 * kill neither loses nor doubles one: what was written after the last progress is cut off and comes again.
 */
export class ImportFiles implements ImportReport {
  readonly rejectedPath: string;
  readonly warningsPath: string;
  /** What an interrupted run of this very import had counted. */
  earlier: CountSnapshot | undefined;
  readonly #progressPath: string;
  #rejected: RejectedRow[] = [];
  #warnings: DirtyRow[] = [];
  #rejectedBytes = 0;
  #warningsBytes = 0;

  private constructor(
    private readonly options: FilesOptions,
    private readonly fingerprint: string,
  ) {
    const name = `${basename(options.source)}${options.isDryRun ? ".dry-run" : ""}`;
    this.rejectedPath = join(options.directory, `${name}.rejected.ndjson`);
    this.warningsPath = join(options.directory, `${name}.warnings.ndjson`);
    this.#progressPath = join(options.directory, `${name}.progress.json`);
  }

  /** open prepares the directory: reports of an interrupted run go on, those of a former import are removed. */
  static async open(options: FilesOptions): Promise<ImportFiles> {
    const { size, mtimeMs } = await stat(options.source);
    await mkdir(options.directory, { recursive: true });
    const fingerprint = createHash("sha256").update(`${size} ${mtimeMs} ${options.identity}`).digest("hex");
    const files = new ImportFiles(options, fingerprint);
    await files.#resume();
    return files;
  }

  async #resume(): Promise<void> {
    const text = this.options.isDryRun ? "" : await readFile(this.#progressPath, "utf8").catch(() => "");
    const progress = progressSchema.safeParse(parse(text));
    const isSame = progress.success && progress.data.fingerprint === this.fingerprint;
    if (isSame) {
      this.earlier = progress.data.count;
      this.#rejectedBytes = progress.data.rejectedBytes;
      this.#warningsBytes = progress.data.warningsBytes;
    }
    await cutOff(this.rejectedPath, this.#rejectedBytes);
    await cutOff(this.warningsPath, this.#warningsBytes);
    if (!isSame) await rm(this.#progressPath, { force: true });
  }

  reject(row: RejectedRow): void {
    this.#rejected.push(row);
  }

  warn(row: DirtyRow): void {
    this.#warnings.push(row);
  }

  async progress(count: ImportCount): Promise<void> {
    const rejected = this.#rejected.sort((left, right) => left.line - right.line).map(renderRejected);
    const warnings = this.#warnings.map((row) => ({ ...row, content: shorten(row.content) }));
    this.#rejected = [];
    this.#warnings = [];
    this.#rejectedBytes += await append(this.rejectedPath, rejected);
    this.#warningsBytes += await append(this.warningsPath, warnings);
    if (!this.options.isDryRun) await this.#save(count);
    this.options.onProgress(count);
  }

  async #save(count: ImportCount): Promise<void> {
    const progress: z.infer<typeof progressSchema> = {
      fingerprint: this.fingerprint,
      rejectedBytes: this.#rejectedBytes,
      warningsBytes: this.#warningsBytes,
      count: structuredClone(count.snapshot()) as z.infer<typeof progressSchema>["count"],
    };
    await writeFile(`${this.#progressPath}.new`, JSON.stringify(progress), { flush: true });
    await rename(`${this.#progressPath}.new`, this.#progressPath);
  }

  /** complete forgets the progress, so that the next import of the file begins anew. */
  async complete(): Promise<void> {
    await rm(this.#progressPath, { force: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function cutOff(path: string, bytes: number): Promise<void> {
  if (bytes === 0) await rm(path, { force: true });
  else await truncate(path, bytes);
}

/** append writes lines durably and gives how many bytes they are. */
async function append(path: string, lines: readonly unknown[]): Promise<number> {
  if (lines.length === 0) return 0;
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const file = await open(path, "a");
  try {
    await file.appendFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes.length;
}

/** The row is kept whole: this is what people correct and import again. */
function renderRejected({ line, reason, field, detail, kept, next }: RejectedRow): object {
  return { line, reason, field, detail, ...kept, ...renderNext(next) };
}

function renderNext(next: KeptRow | undefined): object {
  return next !== undefined && "row" in next ? { next: next.row } : {};
}

function shorten(content: unknown): unknown {
  const text = JSON.stringify(content) ?? "";
  return text.length > LONGEST_CONTENT ? `${text.slice(0, LONGEST_CONTENT)}...` : content;
}
