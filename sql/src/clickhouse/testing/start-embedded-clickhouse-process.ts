import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { NewStandInFault } from "./stand-in-fault.js";

const PROCESS = fileURLToPath(new URL("../../../dist/clickhouse/testing/run-embedded-clickhouse.js", import.meta.url));

/** EmbeddedClickHouseProcess is a stand-in that runs on its own, so that the process that asks it can be another one, or stay when it goes. */
export interface EmbeddedClickHouseProcess {
  /** For `CLICKHOUSE_URL`; give its port to the next start to come back at the same place. */
  readonly url: string;
  readonly port: number;
  addFault(fault: NewStandInFault): Promise<void>;
  clearFaults(): Promise<void>;
  /** end sends the signal (SIGTERM unless told, SIGKILL for a crash) and waits until the process is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** startEmbeddedClickHouseProcess starts the compiled stand-in (`npm run build`) and waits until it serves. Throws what it said when it did not. */
export async function startEmbeddedClickHouseProcess(options: {
  directory: string;
  port?: number;
  faults?: readonly NewStandInFault[];
}): Promise<EmbeddedClickHouseProcess> {
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", PROCESS, options.directory, String(options.port ?? 0)],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        UV_THREADPOOL_SIZE: "16",
        STAND_IN_FAULTS: JSON.stringify(options.faults ?? []),
      },
    },
  );
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const exited = once(child, "exit");
  const url = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([line]) => String(line)),
    exited.then(() => Promise.reject(new Error(`The stand-in ended before it served:\n${said}`))),
  ]);
  const control = `${url}/stand-in/fault`;
  return {
    url,
    port: Number(new URL(url).port),
    async addFault(fault) {
      const answer = await fetch(control, { method: "POST", body: JSON.stringify(fault) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async clearFaults() {
      await fetch(control, { method: "DELETE" });
    },
    async end(signal = "SIGTERM") {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}
