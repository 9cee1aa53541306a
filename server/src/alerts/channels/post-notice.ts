import type { WireAnswer, WireRequest } from "../wire/wire-answer.js";
import type { Wire } from "../wire/wire.js";
import type { Sender } from "./channel.js";
import { judgeAnswer, type JudgedAnswer } from "./judge-answer.js";
import type { SendOutcome } from "./send-outcome.js";
import { cutText } from "./text/cut-text.js";
import { maskSecrets } from "./text/mask-secrets.js";

/** What dead letters keep of both sides. */
const MAX_KEPT_BYTES = 2_048;

/** PostedNotice is a JSON message to one receiver. */
export interface PostedNotice {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delivery: string;
  readonly secrets: readonly string[];
  readonly now: Date;
}

/** JudgeAnswer is what a channel makes of an answer where it differs from `judgeAnswer`. */
export type JudgeAnswer = (answer: WireAnswer, now: number) => JudgedAnswer;

/** postNotice sends JSON over the wire and says what came of it, with every secret masked. Never rejects. */
export async function postNotice(
  { wire, sender }: { readonly wire: Wire; readonly sender: Pick<Sender, "userAgent"> },
  { url, body, headers, delivery, secrets, now }: PostedNotice,
  judge: JudgeAnswer = judgeAnswer,
): Promise<SendOutcome> {
  const request: WireRequest = {
    url,
    body,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": sender.userAgent,
      "x-delivery-id": delivery,
      ...headers,
    },
  };
  const answer = await wire.post(request);
  const { result, detail, retryAfterMs } = judge(answer, now.getTime());
  const keep = (text: string) => cutText(maskSecrets(text, secrets), MAX_KEPT_BYTES, "bytes");
  return {
    ...{ result, retryAfterMs, detail: keep(detail), request: keep(body) },
    status: "status" in answer ? answer.status : null,
    response: "body" in answer ? keep(answer.body) : "",
  };
}
