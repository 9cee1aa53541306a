import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  claimReplay,
  ClickHouseFailure,
  findReplay,
  renderFailure,
  updateClaimedReplay,
  type ClickHouse,
  type Postgres,
  type Replay,
  type ReplayProgress,
} from "@watchfloor/sql";
import type { Logger } from "pino";
import type { RecentIdentities } from "../pipeline/recent-identities.js";
import { MappingShelf } from "../receive/webhooks/mapping-shelf.js";
import { SpoolFull } from "../spool/spool-full.js";
import { readRangePage } from "./pages/read-range-page.js";
import { readRejectedPage } from "./pages/read-rejected-page.js";
import type { PageQuestion } from "./pages/page-question.js";
import type { ReplayDoor } from "./replay-door.js";
import { replayPages } from "./replay-pages.js";

const LOOK_EVERY_MS = 1_000;
/** A process that was killed is followed by another after this time. */
const LEASE_MS = 30_000;
const RENEW_EVERY_MS = 10_000;
/** Then whoever waits longest has its turn: a year of one tenant must not hold up the five rows of another. */
const TURN_MS = 20_000;
const RETRY_MS = 2_000;
const MAX_FAILURES = 5;
const CLOSE_WITHIN_MS = 1_000;

/** ReplayerOptions are what replays are worked through with. */
export interface ReplayerOptions {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly door: ReplayDoor;
  readonly recent: RecentIdentities;
  /** Makes rules that were declared a moment ago known. */
  readonly refreshRules: () => Promise<void>;
  /** Where mappings of the installation's own lie. */
  readonly dataDirectory: string;
  readonly now: () => Date;
  readonly logger: Logger;
}

type Outcome = "done" | "left" | "failed";

/** Replayer works through the replays that administrators asked for, one at a time, each for a while. Any number of processes may do it. */
export class Replayer {
  readonly #worker = randomUUID();
  readonly #closing = new AbortController();
  #running: Promise<void> | undefined;
  #isPostgresAway = false;

  constructor(private readonly options: ReplayerOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  /** close gives back what is being replayed; another process, or the next start, goes on. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.race([this.#running, pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const claimed = await this.#claim();
      if (claimed !== undefined) await this.#work(claimed).catch((cause: unknown) => this.#tell(cause));
      else await pause(LOOK_EVERY_MS, undefined, { ref: false, signal: this.#closing.signal }).catch(() => undefined);
    }
  }

  /** While Postgres is away nothing is claimed, which is told once. */
  async #claim(): Promise<Replay | undefined> {
    const { postgres, now } = this.options;
    try {
      const claimed = await claimReplay(postgres, { worker: this.#worker, leaseMs: LEASE_MS }, now());
      this.#isPostgresAway = false;
      return claimed;
    } catch (cause) {
      if (!this.#isPostgresAway)
        this.options.logger.warn({ cause: renderFailure(cause) }, "replays cannot be looked up");
      this.#isPostgresAway = true;
      return undefined;
    }
  }

  async #work(replay: Replay): Promise<void> {
    const { now, logger } = this.options;
    const { tenant, id, what } = replay;
    const leaving = new AbortController();
    const save = (progress: ReplayProgress) => this.#save(replay, progress);
    const stopRenewing = this.#renew(save, leaving);
    const signal = AbortSignal.any([this.#closing.signal, leaving.signal]);
    try {
      const outcome = await this.#replay(replay, save, signal);
      if (outcome === "left") await save({ claimedBy: null, claimedUntil: now(), waitingSince: now() });
      if (outcome === "done") await save({ state: "done", endedAt: now(), claimedUntil: null, error: null });
      if (outcome !== "left") logger.info({ tenant, replay: id, what }, `replay ${outcome}`);
    } finally {
      stopRenewing();
    }
  }

  /** A failure that passes is waited for, any other is tried a few times and then told to whoever asked. */
  async #replay(
    replay: Replay,
    save: (progress: ReplayProgress) => Promise<boolean>,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { now } = this.options;
    const endsMs = performance.now() + TURN_MS;
    for (let failures = 0; !signal.aborted && performance.now() < endsMs;) {
      try {
        await this.options.refreshRules();
        if (!(await this.options.door.settled(signal))) return "left";
        const isThrough = await replayPages(await this.#findNewest(replay), {
          read: this.#buildReader(replay),
          door: this.options.door,
          save,
          signal,
          isTurnOver: () => performance.now() >= endsMs,
        });
        return isThrough ? "done" : "left";
      } catch (cause) {
        this.#tell(cause);
        if (!isPassing(cause)) failures += 1;
        if (failures >= MAX_FAILURES) {
          await save({ state: "failed", endedAt: now(), claimedUntil: null, error: tellShortly(cause) });
          return "failed";
        }
        await pause(RETRY_MS, undefined, { ref: false, signal }).catch(() => undefined);
      }
    }
    return "left";
  }

  /** After a failure the page that was begun is known to the row alone. */
  async #findNewest({ tenant, id }: Replay): Promise<Replay> {
    const found = await findReplay(this.options.postgres, tenant, id);
    if (found === undefined) throw new Error("the replay is gone");
    return found;
  }

  #buildReader(replay: Replay) {
    const { clickhouse, postgres, recent, dataDirectory, now } = this.options;
    if (replay.what === "range") return (question: PageQuestion) => readRangePage(clickhouse, question);
    // Its own shelf: a mapping that was corrected a moment ago is read anew.
    const shelf = new MappingShelf(dataDirectory, now);
    const getMapping = (name: string) => shelf.get(name);
    const surroundings = {
      clickhouse,
      postgres,
      recent,
      getMapping,
      now,
      onUndecided: (cause: unknown) => this.#tell(cause),
    };
    return (question: PageQuestion) => readRejectedPage(surroundings, question);
  }

  #save({ tenant, id }: Replay, progress: ReplayProgress): Promise<boolean> {
    return updateClaimedReplay(this.options.postgres, { tenant, id, worker: this.#worker }, progress);
  }

  /** #renew keeps the claim while a page waits; when it was lost or the replay was cancelled, the work ends. */
  #renew(save: (progress: ReplayProgress) => Promise<boolean>, leaving: AbortController): () => void {
    const timer = setInterval(() => {
      save({ claimedUntil: new Date(this.options.now().getTime() + LEASE_MS) }).then(
        (isOurs) => isOurs || leaving.abort(),
        (cause: unknown) => this.#tell(cause),
      );
    }, RENEW_EVERY_MS);
    timer.unref();
    return () => clearInterval(timer);
  }

  #tell(cause: unknown): void {
    this.options.logger.warn({ cause: renderFailure(cause) }, "replay interrupted, will go on");
  }
}

/** Where in the code it was is for the log. */
function tellShortly(cause: unknown): string {
  return renderFailure(cause).split("\n")[0] ?? "";
}

/** isPassing tells what passes by itself: storage is away or busy, or the spool is full. */
function isPassing(cause: unknown): boolean {
  return cause instanceof SpoolFull || (cause instanceof ClickHouseFailure && cause.kind === "unavailable");
}
