import { gzipSync } from "node:zlib";
import { damage, GARBAGE, pick, type Dice } from "./build-fuzzed-body.js";

/** FuzzedFile is a file; `rows` is how many it holds where that is known. */
export interface FuzzedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly rows: number | undefined;
}

/** FUZZED_COLUMNS are what a file of the fuzz has, in this order. */
export const FUZZED_COLUMNS = ["id", "time", "run", "state", "store", "amount", "currency"] as const;

const SEPARATORS = { csv: ",", tsv: "\t" } as const;

/** buildFuzzedFile makes a CSV, TSV or NDJSON file, plain or gzip: most rows are right, some hold garbage, every fifth file is damaged as bytes. */
export function buildFuzzedFile(dice: Dice): FuzzedFile {
  const { random } = dice;
  const kind = pick(["csv", "tsv", "ndjson"] as const, random) ?? "csv";
  const rows = Array.from({ length: 1 + Math.floor(random() * 30) }, () => buildRow(dice));
  const end = random() < 0.5 ? "\n" : "\r\n";
  const lines = kind === "ndjson" ? rows.map((row) => JSON.stringify(row)) : renderDelimited(rows, SEPARATORS[kind]);
  const text = `${random() < 0.1 ? "\ufeff" : ""}${lines.join(end)}${random() < 0.5 ? end : ""}`;
  const isDamaged = random() < 0.2;
  const whole = Buffer.from(text);
  const content = isDamaged ? damage(whole, random) : whole;
  const isZipped = random() < 0.3;
  const isCut = isZipped && random() < 0.2;
  const zipped = isZipped ? gzipSync(content) : content;
  return {
    name: `${kind}-${dice.next()}.${kind}${isZipped ? ".gz" : ""}`,
    content: isCut ? zipped.subarray(0, Math.floor(random() * zipped.length)) : zipped,
    rows: isDamaged || isCut ? undefined : rows.length,
  };
}

function buildRow({ random, next, nowMs }: Dice): Record<string, unknown> {
  const number = next();
  const row: Record<string, unknown> = {
    id: `file-${number}`,
    time: new Date(nowMs - 3_600_000 + (number % 1_000) * 1_000).toISOString(),
    run: `r-${number % 200}`,
    state: pick(["succeeded", "failed", "cancelled"], random),
    store: String(number % 20),
    amount: (random() * 1_000).toFixed(2),
    currency: "EUR",
  };
  for (let count = random() < 0.7 ? 0 : 1 + Math.floor(random() * 2); count > 0; count -= 1)
    row[pick(FUZZED_COLUMNS, random) ?? "id"] = pick(GARBAGE, random);
  return row;
}

/** Every value is quoted as RFC 4180 says, so that a row stays a row whatever stands in it. */
function renderDelimited(rows: readonly Record<string, unknown>[], separator: string): string[] {
  const quote = (value: unknown) => {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    return `"${text.replaceAll('"', '""')}"`;
  };
  return [
    FUZZED_COLUMNS.join(separator),
    ...rows.map((row) => FUZZED_COLUMNS.map((column) => quote(row[column])).join(separator)),
  ];
}
