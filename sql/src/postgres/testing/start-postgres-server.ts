import { execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const VERSIONS_DIRECTORY = "/usr/lib/postgresql";
const READY_WITHIN_MS = 20_000;

/** PostgresServer is a throw-away PostgreSQL of a test; `createDatabase` returns the url of a new empty database. */
export interface PostgresServer {
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** findPostgresBinaries returns the directory of Debian's newest PostgreSQL (`initdb`, `postgres`), or undefined when none is installed. */
export function findPostgresBinaries(): string | undefined {
  if (!existsSync(VERSIONS_DIRECTORY)) return undefined;
  const versions = readdirSync(VERSIONS_DIRECTORY).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(VERSIONS_DIRECTORY, version, "bin"))
    .find((directory) => existsSync(join(directory, "initdb")));
}

/** startPostgresServer creates a cluster in a temporary directory and serves it on a free loopback port; throws when PostgreSQL is not installed. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const binaries = findPostgresBinaries();
  if (binaries === undefined)
    throw new Error(`No PostgreSQL under ${VERSIONS_DIRECTORY}: install Debian's package "postgresql".`);
  const identity = findServerIdentity();
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-postgres-"));
  if (identity.uid !== undefined) execFileSync("chown", [`${identity.uid}:${identity.gid}`, directory]);
  const data = join(directory, "data");
  await run(
    join(binaries, "initdb"),
    ["-D", data, "-U", "watchfloor", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"],
    { ...identity, cwd: directory },
  );
  const port = await findFreePort();
  const settings = [
    "-c",
    "fsync=off",
    "-c",
    "max_connections=60",
    "-c",
    "shared_buffers=16MB",
    "-c",
    "listen_addresses=127.0.0.1",
  ];
  const server = spawn(join(binaries, "postgres"), ["-D", data, "-p", String(port), "-k", directory, ...settings], {
    ...identity,
    cwd: directory,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const endpoint = { directory, port };
  await waitUntilReady(binaries, endpoint);
  let made = 0;
  return {
    async createDatabase() {
      const name = `watchfloor_${(made += 1)}`;
      await run(join(binaries, "createdb"), ["-h", directory, "-p", String(port), "-U", "watchfloor", name]);
      return `postgres://watchfloor@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      server.kill("SIGINT"); // fast shutdown: connections are ended
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, so root serves it as the `postgres` account that Debian's package makes. */
function findServerIdentity(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return { uid: Number(execFileSync("id", ["-u", "postgres"])), gid: Number(execFileSync("id", ["-g", "postgres"])) };
}

async function waitUntilReady(binaries: string, endpoint: { directory: string; port: number }): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await run(join(binaries, "pg_isready"), [
        "-h",
        endpoint.directory,
        "-p",
        String(endpoint.port),
        "-d",
        "postgres",
        "-U",
        "watchfloor",
      ]);
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
