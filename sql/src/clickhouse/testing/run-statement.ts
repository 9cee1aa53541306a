import { Session } from "chdb";
import type { ReceivedStatement } from "./received-statement.js";
import { StandInRefusal } from "./stand-in-refusal.js";

/** Statement is the part of a request that the engine sees. */
export type Statement = Pick<ReceivedStatement, "sql" | "rows" | "params" | "settings" | "database" | "defaultFormat">;

/** StatementResult is what a statement gave: bytes in the format it asked for, and figures for `X-ClickHouse-Summary`. */
export interface StatementResult {
  readonly body: Buffer;
  readonly readRows: number;
  readonly readBytes: number;
  readonly writtenRows: number;
  readonly writtenBytes: number;
  readonly elapsedSeconds: number;
}

type InsertFormat = Parameters<Session["insert"]>[0] extends { format: infer Format } ? Format : never;

const INSERT = /^\s*INSERT\s+INTO\s+(?:TABLE\s+)?([\w.]+)\s*(?:\(([^()]*)\))?\s*FORMAT\s+(\w+)\s*$/i;
const NAME = /^[A-Za-z_]\w*$/;
/** Room for the longest parameter a URL may carry, written as a literal. */
const MAX_PREPARING_BYTES = 4_194_304;
const NOTHING = { body: Buffer.alloc(0), readRows: 0, readBytes: 0, writtenRows: 0, writtenBytes: 0 };

/**
 * runStatement runs a statement on a connection of its own (1 ms), so that settings and parameters end with the request as they
 * do on a server. Throws `StandInRefusal` with the engine's words.
 */
export async function runStatement(directory: string, statement: Statement): Promise<StatementResult> {
  const session = new Session(directory);
  try {
    await prepare(session, statement);
    return statement.rows.length > 0 || INSERT.test(statement.sql)
      ? await insert(session, statement)
      : await ask(session, statement);
  } catch (cause) {
    throw cause instanceof StandInRefusal ? cause : toRefusal(cause);
  } finally {
    session.close();
  }
}

/** A server puts database, parameters and settings of the URL into the request's own context. */
async function prepare(session: Session, { database, params, settings }: Statement): Promise<void> {
  if (database !== undefined) await session.queryAsync(`USE ${quoteName(database)}`);
  if (params.size > 0) {
    const values = [...params].map(([name, value]) => `param_${checkName(name)} = ${quoteText(value)}`);
    await session.queryAsync(`SET max_query_size = ${MAX_PREPARING_BYTES}`);
    await session.queryAsync(`SET ${values.join(", ")}`);
    await session.queryAsync("SET max_query_size = DEFAULT");
  }
  if (settings.size > 0) {
    const values = [...settings].map(([name, value]) => `${checkName(name)} = ${quoteText(value)}`);
    await session.queryAsync(`SET ${values.join(", ")}`);
  }
}

async function ask(session: Session, { sql, defaultFormat }: Statement): Promise<StatementResult> {
  const result = await session.queryAsync(sql, { format: checkName(defaultFormat) });
  return {
    ...NOTHING,
    body: Buffer.from(result.bytes()),
    readRows: result.rowsRead,
    readBytes: result.bytesRead,
    elapsedSeconds: result.elapsed,
  };
}

async function insert(session: Session, { sql, rows }: Statement): Promise<StatementResult> {
  const [, table = "", columns, format = ""] = INSERT.exec(sql) ?? [];
  if (table === "")
    throw new StandInRefusal(48, "this stand-in inserts `INSERT INTO table (columns) FORMAT format` only");
  if (rows.length === 0) return { ...NOTHING, elapsedSeconds: 0 };
  const result = await session.insert({
    table,
    ...(columns === undefined ? {} : { columns: columns.split(",").map((column) => column.trim()) }),
    values: rows,
    format: format as InsertFormat,
  });
  return {
    ...NOTHING,
    writtenRows: result.rowsWritten,
    writtenBytes: result.bytesWritten,
    elapsedSeconds: result.elapsed,
  };
}

function toRefusal(cause: unknown): StandInRefusal {
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = Number(/^Code: (\d+)\./.exec(text)?.[1] ?? 49);
  return new StandInRefusal(code, text);
}

function checkName(name: string): string {
  if (!NAME.test(name)) throw new StandInRefusal(115, `Unknown setting '${name}'. (UNKNOWN_SETTING)`);
  return name;
}

function quoteName(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\0", "\\0")}'`;
}
