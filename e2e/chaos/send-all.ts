import type { ChaosEvent } from "./chaos-event.js";
import type { ChaosNetwork } from "./chaos-network.js";

const SENDERS = 6;
/** What a sender tries again, as senders do: refusals that say so, and no answer at all. */
const AGAIN = new Set([429, 503]);

/** SendingReport is what the senders were told. */
export interface SendingReport {
  readonly requests: number;
  readonly repeats: number;
  /** Answers that no sender should see: neither an acknowledgement nor "again". */
  readonly surprises: readonly string[];
}

/** sendAll sends every batch to one of the replicas, and again to any of them until it is acknowledged. */
export async function sendAll(
  network: ChaosNetwork,
  sending: readonly ChaosEvent[],
  random: () => number,
): Promise<SendingReport> {
  const batches: (readonly ChaosEvent[])[] = [];
  for (let from = 0; from < sending.length;) {
    const size = 50 + Math.floor(random() * 300);
    batches.push(sending.slice(from, from + size));
    from += size;
  }
  const surprises: string[] = [];
  let repeats = 0;
  let next = 0;
  const sender = async () => {
    for (let batch = batches[next++]; batch !== undefined; batch = batches[next++])
      for (;;) {
        const answer = await post(network, batch, random);
        if (answer === "acknowledged") break;
        if (answer !== "again" && surprises.push(answer) > 20) throw new Error(surprises.join("\n"));
        repeats += 1;
        await new Promise((resolve) => setTimeout(resolve, 20 + random() * 80));
      }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return { requests: batches.length, repeats, surprises };
}

async function post(network: ChaosNetwork, events: readonly ChaosEvent[], random: () => number): Promise<string> {
  const replica = network.replicas[Math.floor(random() * network.replicas.length)];
  try {
    const answer = await fetch(`${replica?.url ?? ""}/v1/events`, {
      method: "POST",
      body: events.map((event) => JSON.stringify(event)).join("\n"),
      headers: { authorization: `Bearer ${network.key}`, "content-type": "application/x-ndjson" },
      signal: AbortSignal.timeout(30_000),
    });
    const body = await answer.text();
    if (answer.status === 200) return "acknowledged";
    if (!AGAIN.has(answer.status)) return `${answer.status} ${body.slice(0, 300)}`;
    return answer.headers.has("retry-after") ? "again" : `${answer.status} without Retry-After`;
  } catch {
    return "again";
  }
}
