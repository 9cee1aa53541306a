import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** runPacedLoad sends events at a steady rate from a process of its own and returns how long each answer took, in milliseconds. */
export async function runPacedLoad(load: {
  url: string;
  key: string;
  count: number;
  eventsPerSecond: number;
}): Promise<number[]> {
  const script = fileURLToPath(new URL("./send-paced-load.js", import.meta.url));
  const sender = spawn(
    process.execPath,
    [script, load.url, load.key, String(load.count), String(load.eventsPerSecond)],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const lines = createInterface(sender.stdout)[Symbol.asyncIterator]();
  await lines.next();
  const exited = once(sender, "exit");
  sender.stdin.write("go\n");
  const { value } = await lines.next();
  await exited;
  return JSON.parse(String(value ?? "[]")) as number[];
}
