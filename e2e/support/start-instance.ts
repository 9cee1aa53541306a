import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Compiled, this file lies one folder deeper. */
const START = ["../../dist/start.js", "../../../dist/start.js"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find(existsSync);
const START_WITHIN_MS = 60_000;

/** Instance is a running installation in a process of its own, as `npm start` makes it. */
export interface Instance {
  readonly url: string;
  readonly eventsUrl: string;
  readonly dataDirectory: string;
  readonly output: () => string;
  readonly process: ChildProcess;
  /** stop sends SIGTERM and returns the exit code. */
  stop(): Promise<number | null>;
  /** remove deletes the data directory. */
  remove(): void;
}

/** ADMIN signs in to instances started without other settings. */
export const ADMIN = { email: "admin@example.org", password: "a-long-password" };

/** startInstance starts the compiled product on free ports and waits until it serves. */
export async function startInstance(environment: Record<string, string> = {}): Promise<Instance> {
  const dataDirectory = environment["WATCHFLOOR_DATA"] ?? mkdtempSync(join(tmpdir(), "watchfloor-e2e-"));
  const port = environment["WATCHFLOOR_PORT"] ?? String(await findFreePort());
  const ingestPort = environment["WATCHFLOOR_INGEST_PORT"] ?? String(await findFreePort());
  if (START === undefined) throw new Error("The product is not built: npm run build.");
  const child = spawn(process.execPath, ["--enable-source-maps", START], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      UV_THREADPOOL_SIZE: "16",
      WATCHFLOOR_DATA: dataDirectory,
      WATCHFLOOR_PORT: port,
      WATCHFLOOR_INGEST_PORT: ingestPort,
      WATCHFLOOR_DEMO: "off",
      WATCHFLOOR_ADMIN_EMAIL: ADMIN.email,
      WATCHFLOOR_ADMIN_PASSWORD: ADMIN.password,
      ...environment,
    },
  });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  child.stderr.on("data", (text: Buffer) => (output += text.toString()));
  await waitUntilServing(child, () => output);
  return {
    url: `http://127.0.0.1:${port}`,
    eventsUrl: `http://127.0.0.1:${ingestPort}/v1/events`,
    dataDirectory,
    output: () => output,
    process: child,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
    remove: () => rmSync(dataDirectory, { recursive: true, force: true }),
  };
}

async function waitUntilServing(child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  while (!output().includes("is running")) {
    if (child.exitCode !== null) throw new Error(`The instance ended with ${child.exitCode}:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`The instance did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** findFreePort returns a port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
