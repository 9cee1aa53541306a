import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { httpStatusOfCode } from "./http-status-of-code.js";
import type { ReceivedStatement } from "./received-statement.js";
import { runStatement, type StatementResult } from "./run-statement.js";
import type { StandInFault } from "./stand-in-fault.js";
import { StandInRefusal } from "./stand-in-refusal.js";

const TAG = "standinstandinst";

/** answerStatement runs a statement and answers it as a server does, or as badly as `fault` says. Throws `StandInRefusal`. */
export async function answerStatement(
  directory: string,
  statement: ReceivedStatement,
  response: ServerResponse,
  fault: StandInFault | undefined,
): Promise<void> {
  if (fault !== undefined) await pause(fault.delayMs);
  if (fault?.hangUp === "before-running") return void response.destroy();
  if (fault?.refuseWith !== undefined) throw await buildFailure(directory, fault.refuseWith);
  const result = await runStatement(directory, statement);
  if (fault?.hangUp === "after-running") return void response.destroy();
  if (fault?.failLateWith !== undefined)
    return failLate(await buildFailure(directory, fault.failLateWith), statement, result, response);
  const body = startAnswer(statement, result, response);
  if (fault?.hangUp !== "mid-answer") return void response.end(body);
  // Without a length, or a last chunk, whoever reads cannot take half an answer for a whole one.
  response.write(body.subarray(0, Math.max(1, body.length >> 1)), () => response.destroy());
  response.flushHeaders();
}

/** answerRefusal answers an error in ClickHouse's words. */
export function answerRefusal(refusal: StandInRefusal, response: ServerResponse, queryId?: string): void {
  if (response.headersSent) return void response.destroy();
  const body = `${refusal.message}\n`;
  response.writeHead(httpStatusOfCode(refusal.code), {
    "content-type": "text/plain; charset=UTF-8",
    "x-clickhouse-exception-code": String(refusal.code),
    ...(queryId === undefined ? {} : { "x-clickhouse-query-id": queryId }),
  });
  response.end(body);
}

function startAnswer(statement: ReceivedStatement, result: StatementResult, response: ServerResponse): Buffer {
  const format = /\bFORMAT\s+(\w+)\s*;?\s*$/i.exec(statement.sql)?.[1] ?? statement.defaultFormat;
  response.writeHead(200, {
    "content-type": format.startsWith("JSON") ? "application/x-ndjson; charset=UTF-8" : "text/plain; charset=UTF-8",
    "x-clickhouse-format": format,
    "x-clickhouse-timezone": "UTC",
    "x-clickhouse-server-display-name": "embedded-stand-in",
    "x-clickhouse-exception-tag": TAG,
    "x-clickhouse-summary": renderSummary(result),
    ...(statement.queryId === undefined ? {} : { "x-clickhouse-query-id": statement.queryId }),
    ...(statement.isCompressedAnswerWanted ? { "content-encoding": "gzip" } : {}),
  });
  return statement.isCompressedAnswerWanted ? gzipSync(result.body, { level: 1 }) : result.body;
}

/** A server that has sent rows already can only write the error behind them (form of 25.11 and later). */
function failLate(
  failure: StandInRefusal,
  statement: ReceivedStatement,
  result: StatementResult,
  response: ServerResponse,
): void {
  if (statement.shouldWaitForEnd) throw failure;
  const half = result.body.subarray(0, result.body.indexOf("\n", result.body.length >> 1) + 1);
  const text = `${failure.message}\n`;
  const block = `\r\n__exception__\r\n${TAG}\r\n${text}${Buffer.byteLength(text)} ${TAG}\r\n__exception__\r\n`;
  response.end(startAnswer(statement, { ...result, body: Buffer.concat([half, Buffer.from(block)]) }, response));
}

async function buildFailure(directory: string, code: number): Promise<StandInRefusal> {
  const name = await runStatement(directory, {
    sql: `SELECT errorCodeToName(${code})`,
    rows: Buffer.alloc(0),
    params: new Map(),
    settings: new Map(),
    database: undefined,
    defaultFormat: "TabSeparated",
  });
  return new StandInRefusal(code, `told to fail. (${name.body.toString().trim()}) (version 26.7.2.1)`);
}

function renderSummary(result: StatementResult): string {
  return JSON.stringify({
    read_rows: String(result.readRows),
    read_bytes: String(result.readBytes),
    written_rows: String(result.writtenRows),
    written_bytes: String(result.writtenBytes),
    total_rows_to_read: "0",
    result_rows: "0",
    result_bytes: String(result.body.length),
    elapsed_ns: String(Math.round(result.elapsedSeconds * 1e9)),
  });
}
