import { createClient } from "graphql-ws";
import type { TypedDocumentString } from "./operations.js";

/** Follower hears what a subscription answers; `fail` and `end` come at most once, and only one of them. */
export interface Follower<Result> {
  readonly hear: (answer: Result) => void;
  readonly fail: (words: string) => void;
  readonly end: () => void;
}

/** follow asks a subscription once, on a connection of its own, and never again by itself; the answer ends it, which also ends the work of the server. */
export function follow<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  follower: Follower<Result>,
): () => void {
  const client = createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    retryAttempts: 0,
  });
  let isOver = false;
  const finish = (tell: () => void): void => {
    if (isOver) return;
    isOver = true;
    tell();
    void client.dispose();
  };
  client.subscribe<Result>(
    { query: document.toString(), variables },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined) finish(() => follower.fail(errors[0]?.message ?? "The server failed to answer."));
        else if (data && !isOver) follower.hear(data);
      },
      error: (cause) => finish(() => follower.fail(describe(cause))),
      complete: () => finish(follower.end),
    },
  );
  return () => finish(() => undefined);
}

/** What a WebSocket throws is a close event, an error, or a list of refusals. */
function describe(cause: unknown): string {
  const [first] = Array.isArray(cause) ? cause : [cause];
  return first instanceof Error ? first.message : "The connection to the server was lost. Try again.";
}
