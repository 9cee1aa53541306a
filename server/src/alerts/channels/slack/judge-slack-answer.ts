import type { WireAnswer } from "../../wire/wire-answer.js";
import { judgeAnswer, type JudgedAnswer } from "../judge-answer.js";

/** Bodies of Slack that mean the same whatever the status. */
const REDUCE = new Set(["invalid_blocks", "invalid_payload", "msg_blocks_too_long", "no_text"]);
const PERMANENT = new Set([
  ...["no_service", "no_team", "channel_is_archived", "channel_not_found", "action_prohibited", "invalid_token"],
  ...["posting_to_general_channel_denied", "team_disabled", "user_not_found"],
]);
const ACCEPTED = /^\s*(ok|\{\s*"(ok|success)"\s*:\s*true\b.*\})\s*$/s;

/** judgeSlackAnswer reads what incoming webhooks of Slack answer: 200 alone is not enough, the body must say ok. */
export function judgeSlackAnswer(answer: WireAnswer, now: number): JudgedAnswer {
  const judged = judgeAnswer(answer, now);
  if ("fault" in answer) return judged;
  const said = answer.body.trim();
  const [word = ""] = said.split(/\s/);
  if (REDUCE.has(word)) return { ...judged, result: "reduce", detail: `It does not take the message (${word}).` };
  if (PERMANENT.has(word)) return { ...judged, result: "permanent", detail: `It takes no messages (${word}).` };
  if (answer.status === 403 || answer.status === 404)
    return { ...judged, result: "permanent", detail: `The webhook is gone or closed (${answer.status}).` };
  if (judged.result !== "delivered") return judged;
  if (answer.status !== 200 || ACCEPTED.test(said)) return judged;
  return { ...judged, result: "permanent", detail: `It answered 200, but not "ok".` };
}
