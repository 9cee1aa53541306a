import { once } from "node:events";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  startEmbeddedClickHouseProcess,
  startPostgresServer,
  type EmbeddedClickHouseProcess,
  type PostgresServer,
} from "@watchfloor/sql/testing";
import { ADMIN, findFreePort, startInstance, type Instance } from "../support/start-instance.js";

const KEY = "wfi_chaos_0123456789";
const AUTH_SECRET = "c".repeat(43);

/** Replica is one ingest process with a spool of its own; `instance` is undefined while it is down. */
export interface Replica {
  readonly directory: string;
  readonly url: string;
  readonly settings: Record<string, string>;
  instance: Instance | undefined;
}

/** ChaosNetwork is the product as it is served: two ingest processes, an api process, PostgreSQL, and a stand-in for the ClickHouse server. */
export class ChaosNetwork {
  private constructor(
    private readonly directory: string,
    private readonly postgres: PostgresServer,
    public engine: EmbeddedClickHouseProcess,
    readonly replicas: readonly Replica[],
    readonly api: Instance,
  ) {}

  static async open(): Promise<ChaosNetwork> {
    const directory = mkdtempSync(join(tmpdir(), "watchfloor-chaos-"));
    const postgres = await startPostgresServer();
    const engine = await startEmbeddedClickHouseProcess({ directory: join(directory, "clickhouse") });
    const shared = {
      CLICKHOUSE_URL: engine.url,
      DATABASE_URL: await postgres.createDatabase(),
      WATCHFLOOR_INGEST_KEY: KEY,
    };
    const replicas = [await describeReplica(directory, "a", shared), await describeReplica(directory, "b", shared)];
    const api = await startInstance({
      ...shared,
      WATCHFLOOR_ROLES: "api",
      WATCHFLOOR_AUTH_SECRET: AUTH_SECRET,
      WATCHFLOOR_DATA: join(directory, "api"),
    });
    const network = new ChaosNetwork(directory, postgres, engine, replicas, api);
    for (const replica of replicas) await network.startReplica(replica);
    return network;
  }

  get key(): string {
    return KEY;
  }

  get admin(): typeof ADMIN {
    return ADMIN;
  }

  async startReplica(replica: Replica): Promise<void> {
    replica.instance = await startInstance(replica.settings);
  }

  /** killReplica ends a replica at once; with `isTorn` what a power cut leaves is found at the end of its spool: half a block. */
  async killReplica(replica: Replica, isTorn: boolean): Promise<void> {
    const { instance } = replica;
    if (instance === undefined) return;
    replica.instance = undefined;
    instance.process.kill("SIGKILL");
    await once(instance.process, "exit");
    if (isTorn) tearSpool(join(replica.directory, "spool"));
  }

  async restartEngine(downMs: number): Promise<void> {
    const { port } = this.engine;
    await this.engine.end("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, downMs));
    this.engine = await startEmbeddedClickHouseProcess({ directory: join(this.directory, "clickhouse"), port });
  }

  /** countWaiting returns how many acknowledged requests are not stored yet; NaN while a replica does not answer. */
  async countWaiting(): Promise<number> {
    const counts = await Promise.all(
      this.replicas.map(({ url }) => readGauge(url, "watchfloor_ingest_waiting_requests")),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** query asks the engine itself. */
  async query<Row>(sql: string): Promise<Row[]> {
    const answer = await fetch(this.engine.url, { method: "POST", body: `${sql} FORMAT JSONEachRow` });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
  }

  /** close ends everything and returns how the replicas ended. */
  async close(): Promise<(number | null)[]> {
    const codes = await Promise.all(this.replicas.map(({ instance }) => instance?.stop() ?? Promise.resolve(null)));
    await this.api.stop();
    await this.engine.end();
    await this.postgres.stop();
    rmSync(this.directory, { recursive: true, force: true });
    return codes;
  }
}

async function describeReplica(parent: string, name: string, shared: Record<string, string>): Promise<Replica> {
  const directory = join(parent, name);
  mkdirSync(directory);
  const port = String(await findFreePort());
  const settings = {
    ...shared,
    WATCHFLOOR_ROLES: "ingest",
    WATCHFLOOR_DATA: directory,
    WATCHFLOOR_INGEST_PORT: port,
    WATCHFLOOR_LOG_LEVEL: "error",
  };
  return { directory, url: `http://127.0.0.1:${port}`, settings, instance: undefined };
}

/** Half a block of which nothing was acknowledged: its header promises more bytes than there are. */
function tearSpool(spool: string): void {
  const newest = readdirSync(spool)
    .filter((name) => name.endsWith(".spool"))
    .sort()
    .at(-1);
  if (newest === undefined) return;
  const half = Buffer.alloc(200, "x");
  half.writeUInt32LE(0x57_46_53_31, 0);
  half.writeUInt32LE(5_000, 4);
  appendFileSync(join(spool, newest), half);
}

async function readGauge(url: string, name: string): Promise<number> {
  try {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)`, "m").exec(text)?.[1] ?? Number.NaN);
  } catch {
    return Number.NaN;
  }
}
