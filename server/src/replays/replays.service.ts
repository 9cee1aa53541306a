import {
  cancelReplay,
  createReplay,
  findReplay,
  listReplays,
  MAX_ACTIVE_REPLAYS,
  type Postgres,
  type Replay,
} from "@watchfloor/sql";
import type { Logger } from "pino";
import { checkReplayWish, type AskedReplay } from "./check-replay-wish.js";
import { isReplayOf, type ReplayManager } from "./replay-manager.js";
import type { ReplayRefusal } from "./replay-refusal.js";

/** ReplayAnswer is the replay that was begun or ended, or why not. */
export type ReplayAnswer = { readonly replay: Replay } | { readonly refusal: ReplayRefusal };

/** ReplaysService begins, shows and ends replays. Receivers work through them. Every change is logged: which replay, of whom, by whom. */
export class ReplaysService {
  constructor(private readonly parts: { postgres: Postgres; now: () => Date; logger: Logger }) {}

  /** list returns the replays that a manager may see, newest first. */
  async list(manager: ReplayManager): Promise<readonly Replay[]> {
    const replays = await listReplays(this.parts.postgres, manager.tenant);
    return replays.filter((replay) => isReplayOf(replay, manager));
  }

  /** start puts a replay into the queue. */
  async start(manager: ReplayManager, asked: AskedReplay): Promise<ReplayAnswer> {
    const checked = checkReplayWish(asked, manager);
    if ("refusal" in checked) return checked;
    const replay = await createReplay(this.parts.postgres, checked.wish, this.parts.now());
    if (replay === undefined)
      return refuse("TOO_MANY", `A tenant has at most ${MAX_ACTIVE_REPLAYS} replays waiting: cancel one, or wait.`);
    return this.tell(manager, replay, "requested");
  }

  /** cancel ends a replay that waits or runs; what it did stays. */
  async cancel(manager: ReplayManager, id: string): Promise<ReplayAnswer> {
    const { postgres, now } = this.parts;
    const found = await findReplay(postgres, manager.tenant, id);
    if (found === undefined || !isReplayOf(found, manager))
      return refuse("NOT_FOUND", "There is no such replay.", "id");
    const replay = await cancelReplay(postgres, { tenant: manager.tenant, id }, now());
    if (replay === undefined) return refuse("ENDED", "The replay has ended.", "id");
    return this.tell(manager, replay, "cancelled");
  }

  private tell(manager: ReplayManager, replay: Replay, change: string): ReplayAnswer {
    const { tenant, subjectId: by } = manager;
    this.parts.logger.info({ tenant, replay: replay.id, what: replay.what, by }, `replay ${change}`);
    return { replay };
  }
}

function refuse(reason: ReplayRefusal["reason"], message: string, field?: string): ReplayAnswer {
  return { refusal: { reason, field, message } };
}
