import { createReplay, findReplay, type Postgres, type Replay, type ReplayWish } from "@watchfloor/sql";

const LOOK_EVERY_MS = 50;
const WITHIN_MS = 30_000;

/** beginReplay asks for a replay of all refused events of `acme` unless told otherwise. */
export async function beginReplay(postgres: Postgres, now: Date, wish: Partial<ReplayWish> = {}): Promise<Replay> {
  const made = await createReplay(
    postgres,
    {
      ...{ tenant: "acme", what: "rejected", by: "received_at", from: null, to: null },
      ...{ clients: null, sources: null, reasons: null, isBackfill: false, requestedBy: "p" },
      ...wish,
    },
    now,
  );
  if (made === undefined) throw new Error("too many replays");
  return made;
}

/** awaitReplay waits until a replay has ended and returns it. */
export async function awaitReplay(postgres: Postgres, { tenant, id }: Pick<Replay, "tenant" | "id">): Promise<Replay> {
  for (let waitedMs = 0; waitedMs < WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    const found = await findReplay(postgres, tenant, id);
    if (found !== undefined && found.state !== "queued" && found.state !== "running") return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`the replay has not ended: ${JSON.stringify(await findReplay(postgres, tenant, id))}`);
}

/** runReplay asks for a replay and waits until it has ended. */
export async function runReplay(postgres: Postgres, now: Date, wish: Partial<ReplayWish> = {}): Promise<Replay> {
  return awaitReplay(postgres, await beginReplay(postgres, now, wish));
}
