import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { finished } from "node:stream/promises";
import { z } from "zod";
import type { ImportCount } from "../import-count.js";
import type { DirtyRow, ImportReport, RejectedRow } from "../import-report.js";

const progressSchema = z.object({ fingerprint: z.string(), durable: z.number().int().min(0) });
const LONGEST_CONTENT = 4_096;

/**
 * ImportFiles keeps what an import leaves behind, in one directory: refused rows and dirty rows as NDJSON with line and
 * reason, and how far it came, so that an interrupted import goes on where it was.
 */
export class ImportFiles implements ImportReport {
  readonly rejectedPath: string;
  readonly warningsPath: string;
  readonly #progressPath: string;
  #rejected: WriteStream | undefined;
  #warnings: WriteStream | undefined;

  private constructor(
    directory: string,
    name: string,
    private readonly fingerprint: string,
    private readonly onProgress: (count: ImportCount) => void,
  ) {
    this.rejectedPath = join(directory, `${name}.rejected.ndjson`);
    this.warningsPath = join(directory, `${name}.warnings.ndjson`);
    this.#progressPath = join(directory, `${name}.progress.json`);
  }

  /** open prepares the directory. `identity` is what makes two imports of the same file different: mapping and client. */
  static async open(options: {
    directory: string;
    source: string;
    identity: string;
    onProgress: (count: ImportCount) => void;
  }): Promise<ImportFiles> {
    const { size, mtimeMs } = await stat(options.source);
    mkdirSync(options.directory, { recursive: true });
    const fingerprint = createHash("sha256").update(`${size} ${mtimeMs} ${options.identity}`).digest("hex");
    return new ImportFiles(options.directory, basename(options.source), fingerprint, options.onProgress);
  }

  /** findDurable gives how many events of this very import are durable already. */
  async findDurable(): Promise<number> {
    const text = await readFile(this.#progressPath, "utf8").catch(() => "");
    if (text === "") return 0;
    const progress = progressSchema.safeParse(JSON.parse(text));
    return progress.success && progress.data.fingerprint === this.fingerprint ? progress.data.durable : 0;
  }

  reject(row: RejectedRow): void {
    this.#rejected ??= createWriteStream(this.rejectedPath);
    this.#rejected.write(`${JSON.stringify({ ...row, content: shorten(row.content) })}\n`);
  }

  warn(row: DirtyRow): void {
    this.#warnings ??= createWriteStream(this.warningsPath);
    this.#warnings.write(`${JSON.stringify({ ...row, content: shorten(row.content) })}\n`);
  }

  async progress(count: ImportCount): Promise<void> {
    await writeFile(
      `${this.#progressPath}.new`,
      JSON.stringify({ fingerprint: this.fingerprint, durable: count.durable }),
    );
    await rename(`${this.#progressPath}.new`, this.#progressPath);
    this.onProgress(count);
  }

  /** close flushes the reports; after a complete import the progress is forgotten, so that the next one begins anew. */
  async close(isComplete: boolean): Promise<void> {
    for (const stream of [this.#rejected, this.#warnings]) {
      stream?.end();
      if (stream !== undefined) await finished(stream);
    }
    if (isComplete) await rm(this.#progressPath, { force: true });
  }
}

function shorten(content: unknown): unknown {
  const text = JSON.stringify(content) ?? "";
  return text.length > LONGEST_CONTENT ? `${text.slice(0, LONGEST_CONTENT)}...` : content;
}
