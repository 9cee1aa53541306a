import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Load is what `send-load` sends. */
export type Load = "ndjson" | "otlp";

/** runLoad sends events as fast as they are taken, from a process of its own, and returns how many a second were accepted and stored. */
export async function runLoad(
  { url, key, count, load }: { url: string; key: string; count: number; load: Load },
  label: string,
  settled: () => Promise<void>,
): Promise<number> {
  const script = fileURLToPath(new URL("./send-load.js", import.meta.url));
  const sender = spawn(process.execPath, [script, url, key, String(count), label, load], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(sender.stdout);
  await once(lines, "line");
  const startedAt = performance.now();
  sender.stdin.write("go\n");
  await once(sender, "exit");
  await settled();
  return count / ((performance.now() - startedAt) / 1000);
}
