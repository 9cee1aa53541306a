import type { Mapping } from "@watchfloor/dashboards";
import type { SourceRow } from "../../mapping/source-row.js";
import { openText, type OpenText } from "./open-text.js";
import { readDelimited } from "./read-delimited.js";
import { readNdjson } from "./read-ndjson.js";
import { readRejected } from "./read-rejected.js";

/** What `ImportFiles` calls a file of rejected rows. */
const REJECTED = /\.rejected\.ndjson(\.gz)?$/i;
const NDJSON = /\.(ndjson|jsonl)(\.gz)?$/i;

/** readRows yields the rows of a CSV, TSV or NDJSON file or of a file of rejected rows, plain or gzip, as the mapping's format or the file's name says. */
export function readRows(
  path: string,
  mapping: Pick<Mapping, "format" | "groupBy">,
  onBytes?: OpenText["onBytes"],
): AsyncGenerator<SourceRow, void, void> {
  const { kind, encoding, delimiter } = mapping.format;
  if (REJECTED.test(path))
    return readRejected(openText(path, { onBytes }), { isGrouped: mapping.groupBy !== undefined });
  const text = openText(path, { encoding, onBytes });
  const isNdjson = kind === undefined ? NDJSON.test(path) : kind === "ndjson";
  return isNdjson ? readNdjson(text, encoding) : readDelimited(text, delimiter, encoding);
}
