import { setTimeout as wait } from "node:timers/promises";
import type { Simulation } from "../simulation.js";
import { LiveStream } from "./live-stream.js";
import { planGap, planHistory } from "./plan-segments.js";
import { playSegment } from "./play-segment.js";
import type { Segment } from "./segment.js";
import type { Sender } from "./sender.js";
import type { SimulatorState, StateFile } from "./simulator-state.js";

const TICK_MS = 300;
const MAX_TICK_EVENTS = 5_000;
const SAVE_EVERY_MS = 5_000;
/** After a longer sleep of the machine what was missed is filled as a gap. */
const MAX_BEHIND_MS = 20 * 60_000;
const DAY_MS = 86_400_000;

/** SimulatorOptions are what a simulator stands on; `stateFile` undefined = nothing is remembered. */
export interface SimulatorOptions {
  readonly simulation: Simulation;
  /** Takes history; it may be old. */
  readonly sender: Sender;
  /** Takes what happens now; the one for history unless told. */
  readonly liveSender?: Sender;
  readonly stateFile: StateFile | undefined;
  readonly now: () => Date;
  readonly historyDays: number;
  readonly onProgress: (text: string) => void;
}

/** Simulator plays a network: history newest first and, at the same time, what happens now. */
export class Simulator {
  readonly #stopping = new AbortController();
  #state: SimulatorState;
  #events = 0;

  private constructor(
    private readonly options: SimulatorOptions,
    state: SimulatorState,
  ) {
    this.#state = state;
  }

  /** open continues where an earlier start came to, or begins a history. */
  static async open(options: SimulatorOptions): Promise<Simulator> {
    const { simulation, stateFile, now, historyDays } = options;
    const nowMs = now().getTime();
    const found = await stateFile?.find();
    const isKnown = found !== undefined && found.seed === simulation.seed;
    const state: SimulatorState = isKnown
      ? { ...found, liveMs: nowMs, pending: [...planGap({ stoppedMs: found.liveMs, nowMs }), ...found.pending] }
      : { seed: simulation.seed, startedMs: nowMs, liveMs: nowMs, pending: planHistory({ nowMs, historyDays }) };
    await stateFile?.save(state);
    return new Simulator(options, state);
  }

  /** run plays until `stop` is called. Rejects when an event cannot be sent for good. */
  async run(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      await Promise.all([this.#playLive(signal), this.#playHistory(signal)]);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#stopping.abort();
      await this.options.stateFile?.save(this.#state);
    }
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #playHistory(signal: AbortSignal): Promise<void> {
    const { simulation, sender, stateFile, onProgress } = this.options;
    for (;;) {
      const segment = this.#state.pending[0];
      if (segment === undefined) {
        await wait(TICK_MS * 10, undefined, { signal });
        continue;
      }
      this.#events += await playSegment({ simulation, segment, sender, signal });
      this.#state.pending = this.#state.pending.filter((each) => each !== segment);
      await stateFile?.save(this.#state);
      if (isWorthSaying(segment, this.#state.pending.length)) onProgress(this.#renderProgress(segment.fromMs));
    }
  }

  async #playLive(signal: AbortSignal): Promise<void> {
    const { simulation, sender, liveSender = sender, stateFile, now } = this.options;
    let stream = new LiveStream(simulation, this.#state.liveMs);
    let savedMs = this.#state.liveMs;
    for (;;) {
      const nowMs = now().getTime();
      if (nowMs - this.#state.liveMs > MAX_BEHIND_MS) {
        this.#state.pending = [...planGap({ stoppedMs: this.#state.liveMs, nowMs }), ...this.#state.pending];
        this.#state.liveMs = nowMs;
        stream = new LiveStream(simulation, nowMs);
      }
      const events = stream.take(nowMs, MAX_TICK_EVENTS);
      if (events.length > 0) await liveSender.send(events, signal);
      if (events.length === MAX_TICK_EVENTS) continue;
      this.#state.liveMs = Math.max(this.#state.liveMs, nowMs);
      if (nowMs - savedMs >= SAVE_EVERY_MS) {
        savedMs = nowMs;
        await stateFile?.save(this.#state);
      }
      await wait(TICK_MS, undefined, { signal });
    }
  }

  #renderProgress(doneFromMs: number): string {
    const { pending, startedMs } = this.#state;
    const events = this.#events.toLocaleString("en");
    if (pending.length === 0) return `Simulated history complete: ${events} events sent; now live.`;
    const days = Math.max(0, Math.round((startedMs - doneFromMs) / DAY_MS));
    return `Simulated history: back to ${new Date(doneFromMs).toISOString().slice(0, 10)} (${days} days), ${events} events sent, ${pending.length} days to go.`;
  }
}

/** The newest days are waited for; of the older ones every tenth and the last are enough. */
function isWorthSaying({ detail }: Segment, left: number): boolean {
  return detail !== "old" || left % 10 === 0;
}
