import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { EventDocument } from "../../events/event-document.js";
import { generateEvents } from "../generate-events.js";
import { loadSimulation } from "../load-simulation.js";
import type { Detail } from "../scene.js";
import type { Simulation } from "../simulation.js";
import type { Sender } from "./sender.js";
import { StateFile } from "./simulator-state.js";
import { Simulator } from "./simulator.js";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 10, 9, 20);

/** Clock runs at the speed of the machine from wherever it is set. */
class Clock {
  #offsetMs = START - Date.now();
  readonly now = () => new Date(Date.now() + this.#offsetMs);
  set(ms: number): void {
    this.#offsetMs = ms - Date.now();
  }
}

/** Receiver is an intake that keeps everything, or refuses once after a number of events. */
class Receiver implements Sender {
  readonly received: EventDocument[] = [];
  constructor(private breaksAfter = Number.POSITIVE_INFINITY) {}
  send(events: readonly EventDocument[]): Promise<void> {
    if (this.received.length >= this.breaksAfter) return Promise.reject(new Error("killed"));
    this.received.push(...events);
    return Promise.resolve();
  }
  settled = () => Promise.resolve();
}

describe("Simulator", () => {
  let simulation: Simulation;
  let directory: string;
  let clock: Clock;
  beforeAll(async () => {
    simulation = await loadSimulation(7);
  });
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "simulator-"));
    clock = new Clock();
  });
  afterEach(() => rm(directory, { recursive: true }));

  const keyOf = (event: EventDocument) => `${event.client} ${event.source} ${event.id}`;
  const keysOf = (fromMs: number, toMs: number, detail: Detail) =>
    [...generateEvents({ simulation, from: new Date(fromMs), to: new Date(toMs), detail })].map(({ event }) =>
      keyOf(event),
    );
  const findState = async () => {
    const state = await new StateFile(directory).find();
    if (state === undefined) throw new Error("nothing was remembered");
    return state;
  };

  /** Plays until the history is sent and a second of live events after it. */
  async function play(sender: Sender, historyDays: number): Promise<string[]> {
    const progress: string[] = [];
    const stateFile = new StateFile(directory);
    const onProgress = (text: string) => void progress.push(text);
    const simulator = await Simulator.open({ simulation, sender, stateFile, now: clock.now, historyDays, onProgress });
    const running = simulator.run();
    while (!(await Promise.race([running.then(() => true), isDone()]))) await wait(50);
    await Promise.race([running, wait(1_000)]);
    simulator.stop();
    await running;
    return progress;

    async function isDone(): Promise<boolean> {
      return (await stateFile.find())?.pending.length === 0;
    }
  }

  it("sends history and then what happens live, each event once", async () => {
    const receiver = new Receiver();
    const progress = await play(receiver, 2 / 24);
    const { liveMs } = await findState();
    const sent = receiver.received.map(keyOf);
    expect(new Set(sent).size).toBe(sent.length);
    expect([...sent].sort()).toEqual(
      [...keysOf(START - 2 * HOUR, START, "recent"), ...keysOf(START, liveMs, "live")].sort(),
    );
    expect(liveMs).toBeGreaterThan(START + 900);
    expect(progress.at(-1)).toContain("history complete");
  }, 60_000);

  it("fills the gap of a later start and changes nothing of the past", async () => {
    const first = new Receiver();
    await play(first, 1 / 24);
    const stoppedMs = (await findState()).liveMs;
    const backMs = START + 4 * HOUR;
    clock.set(backMs);
    const second = new Receiver();
    await play(second, 1 / 24);
    const nextHourMs = Math.ceil(stoppedMs / HOUR) * HOUR;
    const gap = second.received.map(keyOf);
    const expected = [...keysOf(stoppedMs, nextHourMs, "live"), ...keysOf(nextHourMs, backMs, "recent")];
    expect(expected.length).toBeGreaterThan(1_000);
    expect(expected.filter((key) => !gap.includes(key))).toEqual([]);
    const before = new Set(first.received.map(keyOf));
    expect(gap.filter((key) => before.has(key))).toEqual([]);
  }, 60_000);

  it("sends again what was not remembered when it is killed, and loses nothing", async () => {
    const killed = new Receiver(3_000);
    await expect(play(killed, 6 / 24)).rejects.toThrow("killed");
    const { pending } = await findState();
    expect(pending.length).toBeGreaterThan(0);
    const again = new Receiver();
    await play(again, 6 / 24);
    const all = new Set([...killed.received, ...again.received].map(keyOf));
    const wanted = keysOf(START - 6 * HOUR, START, "recent");
    expect(wanted.filter((key) => !all.has(key))).toEqual([]);
  }, 60_000);
});
