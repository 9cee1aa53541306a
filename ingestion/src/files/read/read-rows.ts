import type { Mapping } from "@watchfloor/dashboards";
import { openText } from "./open-text.js";
import { readDelimited } from "./read-delimited.js";
import { readNdjson } from "./read-ndjson.js";
import type { SourceRow } from "../../mapping/source-row.js";

/** readRows yields the rows of a CSV, TSV or NDJSON file, plain or gzip, as the mapping's format or the file's name says. */
export function readRows(path: string, format: Mapping["format"]): AsyncGenerator<SourceRow, void, void> {
  const text = openText(path, format.encoding ?? "utf-8");
  const isNdjson = format.kind === undefined ? /\.(ndjson|jsonl)(\.gz)?$/i.test(path) : format.kind === "ndjson";
  return isNdjson ? readNdjson(text) : readDelimited(text, format.delimiter);
}
