import { setTimeout as wait } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { SendRefused } from "../../files/send/send-refused.js";
import { generateEvents } from "../generate-events.js";
import { loadSimulation } from "../load-simulation.js";
import type { Simulation } from "../simulation.js";
import { buildHttpSender } from "./build-http-sender.js";
import type { Sender } from "./sender.js";
import { Simulator } from "./simulator.js";

const DEFAULT_SEED = 20_260_101;
const HOUR_MS = 3_600_000;

interface SimulateOptions {
  readonly url: string;
  readonly key: string;
  readonly seed: number;
  readonly historyDays: number;
  readonly rate?: number;
}

/** runSimulateCommand plays the demonstration network into a running installation until it is interrupted. Gives the exit code. */
export async function runSimulateCommand(
  argv: readonly string[],
  streams: { out: NodeJS.WritableStream; now: () => Date },
): Promise<number> {
  const command = new Command("simulate")
    .description("Sends the simulated retail network to a running installation: optionally its history, then live.")
    .requiredOption("--key <key>", "ingest key (printed at first start)")
    .option("--url <url>", "receiver", "http://127.0.0.1:4318")
    .option("--seed <number>", "another network life for another seed", readNumber, DEFAULT_SEED)
    .option("--history-days <days>", "days of history to send, newest first", readNumber, 0)
    .option("--rate <events>", "send the last day at this many events a second, instead of live", readNumber)
    .parse([...argv], { from: "user" });
  const options = command.opts<SimulateOptions>();
  const print = (text: string) => streams.out.write(`${text}\n`);
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  try {
    const simulation = await loadSimulation(options.seed);
    const sender = buildHttpSender(options);
    if (options.rate === undefined) await playLive({ simulation, sender, options, now: streams.now, print, stopping });
    else
      await playAtRate({ simulation, sender, rate: options.rate, now: streams.now(), print, signal: stopping.signal });
    return 0;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    if (!(error instanceof SendRefused)) throw error;
    print(error.message);
    return 1;
  }
}

async function playLive(parts: {
  simulation: Simulation;
  sender: Sender;
  options: SimulateOptions;
  now: () => Date;
  print: (text: string) => unknown;
  stopping: AbortController;
}): Promise<void> {
  const { simulation, sender, options, now, print, stopping } = parts;
  const onProgress = (text: string) => void print(text);
  const simulator = await Simulator.open({
    simulation,
    sender,
    stateFile: undefined,
    now,
    historyDays: options.historyDays,
    onProgress,
  });
  stopping.signal.addEventListener("abort", () => simulator.stop());
  print(`Playing live into ${options.url}; interrupt to stop.`);
  await simulator.run();
}

async function playAtRate(parts: {
  simulation: Simulation;
  sender: Sender;
  rate: number;
  now: Date;
  print: (text: string) => unknown;
  signal: AbortSignal;
}): Promise<void> {
  const { simulation, sender, rate, now, print, signal } = parts;
  const batchEvents = Math.max(1, Math.min(5_000, Math.ceil(rate / 4)));
  const startedMs = performance.now();
  let sent = 0;
  let batch = [];
  const from = new Date(now.getTime() - 24 * HOUR_MS);
  for (const { event } of generateEvents({ simulation, from, to: now, detail: "live" })) {
    batch.push(event);
    if (batch.length < batchEvents) continue;
    await sender.send(batch, signal);
    sent += batch.length;
    batch = [];
    const aheadMs = (sent / rate) * 1_000 - (performance.now() - startedMs);
    if (aheadMs > 0) await wait(aheadMs, undefined, { signal });
  }
  if (batch.length > 0) await sender.send(batch, signal);
  print(
    `${(sent + batch.length).toLocaleString("en")} events sent in ${((performance.now() - startedMs) / 1_000).toFixed(1)} s.`,
  );
}

function readNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new InvalidArgumentError("must be a number, 0 or more");
  return value;
}
