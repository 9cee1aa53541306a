import { parentPort, workerData } from "node:worker_threads";

/** What a reader is given: where to ask, as whom. */
interface ReaderData {
  readonly url: string;
  readonly token: string;
}

/** Run in a thread of its own, as a browser is: asks the questions it is sent all at once and answers how long that took, in ms. */
const { url, token } = workerData as ReaderData;

parentPort?.on("message", (questions: readonly string[]) => void answer(questions));

async function answer(questions: readonly string[]): Promise<void> {
  const now = Date.now();
  const range = { from: new Date(now - 86_400_000).toISOString(), to: new Date(now).toISOString() };
  const startedAt = performance.now();
  try {
    await Promise.all(questions.map((query) => ask(query, query.includes("$from") ? range : {})));
    parentPort?.postMessage({ ms: performance.now() - startedAt });
  } catch (cause) {
    parentPort?.postMessage({ failure: String(cause) });
  }
}

async function ask(query: string, variables: Record<string, unknown>): Promise<void> {
  const answered = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answered.json()) as { data: unknown; errors?: unknown };
  if (data == null || errors !== undefined) throw new Error(JSON.stringify(errors));
}
