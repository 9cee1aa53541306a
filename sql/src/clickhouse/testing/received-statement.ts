import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { StandInRefusal } from "./stand-in-refusal.js";

/** A server's defaults of `http_max_uri_size`, `http_max_fields` and `http_max_field_value_size` (ClickHouse 26.7). */
export const MAX_URI_BYTES = 1_048_576;
const MAX_FIELDS = 1_000;
const MAX_FIELD_VALUE_BYTES = 131_072;

/** What concerns the HTTP server alone: the engine does not know these settings. */
const OF_THE_HTTP_SERVER = new Set([
  "query",
  "query_id",
  "database",
  "default_format",
  "user",
  "password",
  "wait_end_of_query",
  "buffer_size",
  "enable_http_compression",
  "http_zlib_compression_level",
  "http_response_buffer_size",
  "send_progress_in_http_headers",
  "http_headers_progress_interval_ms",
  "http_write_exception_in_output_format",
  "role",
]);

const unzip = promisify(gunzip);

/** ReceivedStatement is what one HTTP request asks for. */
export interface ReceivedStatement {
  /** The statement; of an INSERT without its rows. */
  readonly sql: string;
  /** Rows of an INSERT; empty for every other statement. */
  readonly rows: Buffer;
  /** `param_x` by name, as it was sent: text in ClickHouse's Escaped form. */
  readonly params: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  readonly database: string | undefined;
  readonly defaultFormat: string;
  readonly queryId: string | undefined;
  readonly shouldWaitForEnd: boolean;
  readonly isCompressedAnswerWanted: boolean;
}

/** receiveStatement reads a request of the HTTP interface. Throws `StandInRefusal` where a server with default settings refuses. */
export async function receiveStatement(request: IncomingMessage): Promise<ReceivedStatement> {
  const url = request.url ?? "/";
  const fields = readFields(url.slice(url.indexOf("?") + 1 || url.length));
  if (String(request.headers["content-type"] ?? "").startsWith("multipart/"))
    throw new StandInRefusal(48, "this stand-in takes no multipart requests (NOT_IMPLEMENTED)");
  const body = await readBody(request);
  const query = fields.get("query") ?? "";
  const isInsert = /^\s*INSERT\s/i.test(query);
  return {
    sql: isInsert ? query : [query, body.toString("utf8")].filter((part) => part !== "").join("\n"),
    rows: isInsert ? body : Buffer.alloc(0),
    params: new Map(
      [...fields].flatMap(([name, value]) => (name.startsWith("param_") ? [[name.slice(6), value] as const] : [])),
    ),
    settings: new Map([...fields].filter(([name]) => !name.startsWith("param_") && !OF_THE_HTTP_SERVER.has(name))),
    database: fields.get("database"),
    defaultFormat: fields.get("default_format") ?? "TabSeparated",
    queryId: fields.get("query_id"),
    shouldWaitForEnd: fields.get("wait_end_of_query") === "1",
    isCompressedAnswerWanted:
      fields.get("enable_http_compression") === "1" && /\bgzip\b/.test(String(request.headers["accept-encoding"])),
  };
}

/** The server measures a value before it is decoded. */
function readFields(query: string): Map<string, string> {
  const parts = query === "" ? [] : query.split("&");
  if (parts.length > MAX_FIELDS) throw new StandInRefusal(1000, "HTML Form Exception: Too many form fields");
  if (parts.some((part) => part.length - part.indexOf("=") - 1 > MAX_FIELD_VALUE_BYTES))
    throw new StandInRefusal(1000, "HTML Form Exception: Field value too long");
  return new Map(new URLSearchParams(query));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const encoding = request.headers["content-encoding"] ?? "";
  if (encoding === "") return bytes;
  if (encoding !== "gzip") throw new StandInRefusal(48, `Unknown compression method: ${encoding}`);
  try {
    return await unzip(bytes);
  } catch {
    throw new StandInRefusal(354, "inflate failed: the request body is not whole (ZLIB_INFLATE_FAILED)");
  }
}
