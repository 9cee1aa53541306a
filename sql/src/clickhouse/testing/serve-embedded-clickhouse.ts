import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { resolve } from "node:path";
import { drainPending, Session } from "chdb";
import { answerRefusal, answerStatement } from "./answer-statement.js";
import { MAX_URI_BYTES, receiveStatement } from "./received-statement.js";
import { StandInFaults } from "./stand-in-faults.js";
import { StandInRefusal } from "./stand-in-refusal.js";
import type { NewStandInFault } from "./stand-in-fault.js";

/** ServedEmbeddedClickHouse is a running stand-in. */
export interface ServedEmbeddedClickHouse {
  /** For `CLICKHOUSE_URL`. */
  readonly url: string;
  readonly faults: StandInFaults;
  /** How many statements were asked for, struck by a fault or not. */
  readonly statements: () => number;
  /** close ends connections and waits until the engine has let go of the directory. */
  close(): Promise<void>;
}

interface StandIn {
  readonly directory: string;
  readonly faults: StandInFaults;
  statements: number;
}

/**
 * serveEmbeddedClickHouse puts the embedded engine (chDB) behind ClickHouse's HTTP protocol, where no ClickHouse server can be
 * installed. It is the same engine and the same wire, with a server's limits of URLs, its error answers and its sessions that end
 * with the request. It is not a server: one node, no users, no query log, no cancelling, no multipart, and several statements
 * behind semicolons run where a server refuses them.
 */
export async function serveEmbeddedClickHouse(options: {
  directory: string;
  port?: number;
  faults?: readonly NewStandInFault[];
}): Promise<ServedEmbeddedClickHouse> {
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  // Held as long as it serves, so that the engine stays loaded between requests.
  const session = new Session(directory);
  const standIn: StandIn = { directory, faults: new StandInFaults(), statements: 0 };
  for (const fault of options.faults ?? []) standIn.faults.add(fault);
  const server = createServer({ maxHeaderSize: MAX_URI_BYTES + 65_536 }, (request, response) => {
    void serve(standIn, request, response);
  });
  server.keepAliveTimeout = 10_000;
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    faults: standIn.faults,
    statements: () => standIn.statements,
    async close() {
      server.close();
      server.closeAllConnections();
      session.close();
      await drainPending();
    },
  };
}

async function serve(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?")[0];
  try {
    if ((request.url ?? "").length > MAX_URI_BYTES) return void response.writeHead(414).end("URI is too long\n");
    if (path === "/ping") return void response.end("Ok.\n");
    if (path === "/stand-in/fault") return await control(standIn, request, response);
    if (path !== "/") return void response.writeHead(404).end(`There is no handle ${path ?? ""}\n`);
    await answer(standIn, request, response);
  } catch (cause) {
    answerRefusal(cause instanceof StandInRefusal ? cause : new StandInRefusal(49, String(cause)), response);
  }
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const statement = await receiveStatement(request);
  standIn.statements += 1;
  try {
    await answerStatement(standIn.directory, statement, response, standIn.faults.take(statement.sql));
  } catch (cause) {
    if (!(cause instanceof StandInRefusal)) throw cause;
    answerRefusal(cause, response, statement.queryId);
  }
}

/** `POST` adds a fault, `DELETE` clears them, all answer what waits and how many statements came. */
async function control(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.method === "DELETE") standIn.faults.clear();
  try {
    if (request.method === "POST") standIn.faults.add(JSON.parse(Buffer.concat(chunks).toString()) as NewStandInFault);
  } catch (cause) {
    return void response.writeHead(400).end(`${String(cause)}\n`);
  }
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ faults: standIn.faults.list(), statements: standIn.statements }));
}
