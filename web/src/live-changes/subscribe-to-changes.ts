import { createClient, type Client } from "graphql-ws";
import { ChangesDocument, type ChangesSubscription, type ScopeFilterInput } from "../graphql/operations.js";
import type { LiveChanges } from "./live-changes.js";

const pingEveryMs = 8_000;
const pongWithinMs = 5_000;
const retryAfterMs = 1_000;

/** subscribeToChanges keeps one subscription open for a scope, over any number of reconnects; the answer ends it. */
export function subscribeToChanges(filter: ScopeFilterInput, changes: LiveChanges): () => void {
  let isEnded = false;
  const client = openClient(changes, () => isEnded);
  const open = (): void => {
    if (isEnded) return;
    const again = (): void => void setTimeout(open, retryAfterMs);
    client.subscribe<ChangesSubscription>(
      { query: ChangesDocument.toString(), variables: { filter } },
      {
        next: (answer) => (answer.data ? changes.receive(answer.data.changes) : undefined),
        error: () => {
          changes.lose();
          again();
        },
        complete: again,
      },
    );
  };
  open();
  return () => {
    isEnded = true;
    void client.dispose();
  };
}

function openClient(changes: LiveChanges, isEnded: () => boolean): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client: Client = createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    keepAlive: pingEveryMs,
    retryAttempts: Number.MAX_SAFE_INTEGER,
    shouldRetry: () => true,
    retryWait: (retries) =>
      new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 500 * 2 ** Math.min(retries, 5)))),
    on: {
      connected: () => changes.connect(),
      closed: () => {
        clearTimeout(pongTimer);
        if (!isEnded()) changes.lose();
      },
      ping: (isReceived) => {
        // TRICKY: a cut cable closes nothing; without an answer to the ping the connection is given up and opened anew.
        if (!isReceived) pongTimer = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(pongTimer);
      },
    },
  });
  return client;
}
