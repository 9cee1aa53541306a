import { setTimeout as wait } from "node:timers/promises";
import { gzip } from "node:zlib";
import { promisify } from "node:util";
import { z } from "zod";
import type { IntakeAnswer } from "../../pipeline/intake.js";
import { SendRefused } from "./send-refused.js";

const compress = promisify(gzip);
const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

const rejection = z.object({
  index: z.number(),
  id: z.string(),
  reason: z.string(),
  field: z.string(),
  detail: z.string(),
});
const answerSchema = z.object({ accepted: z.number(), duplicates: z.number(), rejected: z.array(rejection) });

/** PostOptions: `url` is the receiver's address without path. */
export interface PostOptions {
  readonly url: string;
  readonly key: string;
  readonly events: readonly unknown[];
  readonly signal?: AbortSignal;
}

/**
 * postEvents sends events to a running installation and gives its verdicts. It waits and repeats while the receiver is
 * full, starting or not reachable for a moment; repeats are harmless. Rejects with `SendRefused` when that cannot help.
 */
export async function postEvents(options: PostOptions): Promise<IntakeAnswer> {
  const body = await compress(JSON.stringify(options.events), { level: 1 });
  for (let attempt = 1; ; attempt += 1) {
    const response = await request(options, body);
    if (response instanceof Response && (response.status === 200 || response.status === 207))
      return readAnswer(response);
    const isPassing = !(response instanceof Response) || response.status === 429 || response.status >= 500;
    if (!isPassing || attempt === MAX_ATTEMPTS) throw await buildRefusal(options.url, response);
    await wait(findPause(response, attempt), undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
}

async function request({ url, key, signal }: PostOptions, body: Uint8Array<ArrayBuffer>): Promise<Response | Error> {
  try {
    return await fetch(new URL("/v1/events", url), {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "content-encoding": "gzip" },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function readAnswer(response: Response): Promise<IntakeAnswer> {
  // The reason's list is closed by the receiver; what it says is shown, not interpreted.
  return answerSchema.parse(await response.json()) as IntakeAnswer;
}

async function buildRefusal(url: string, response: Response | Error): Promise<SendRefused> {
  if (response instanceof Error) {
    const cause = response.cause instanceof Error ? response.cause.message : response.message;
    return new SendRefused(`${url} cannot be reached: ${cause}. Is the installation running?`);
  }
  return new SendRefused(`${url} answered ${response.status}: ${(await response.text()).slice(0, 400)}`);
}

function findPause(response: Response | Error, attempt: number): number {
  const said = response instanceof Response ? Number(response.headers.get("retry-after")) * 1_000 : 0;
  return said > 0 ? said : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}
