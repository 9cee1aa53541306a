import { formatDuration } from "../../../format/format-duration.js";
import { formatCount } from "../../../format/format-number.js";
import { listWords } from "../definition/list-words.js";
import type { BackTestAnswer, BackTestRange } from "./use-back-test.js";

/** BackTestWords is what a back-test found in words. */
export interface BackTestWords {
  readonly headline: string;
  readonly detail: string;
}

/** renderBackTest says how often a rule would have fired, how badly and for how long; `intervalSeconds` is how often the rule itself looks. */
export function renderBackTest(answer: BackTestAnswer, range: BackTestRange, intervalSeconds: number): BackTestWords {
  const { fired, episodes, stepSeconds } = answer;
  const over = range.days === 1 ? "the last 24 hours" : `${range.days} days`;
  const coarse =
    stepSeconds > intervalSeconds
      ? `Looked at every ${formatDuration(stepSeconds)}, not every ${formatDuration(intervalSeconds)}, because the range is long.`
      : "";
  if (fired === 0) return { headline: `Would not have fired in ${over}.`, detail: coarse };
  const counts = (["CRITICAL", "WARNING", "INFO"] as const).flatMap((severity) => {
    const count = episodes.filter((episode) => episode.severity === severity).length;
    return count === 0 ? [] : [`${formatCount(count)} ${severity.toLowerCase()}`];
  });
  const lengths = episodes.map(
    ({ firedAt, resolvedAt }) =>
      ((resolvedAt === null ? range.toMs : Date.parse(resolvedAt)) - Date.parse(firedAt)) / 1_000,
  );
  const longest = formatDuration(Math.round(Math.max(0, ...lengths)));
  const shown = episodes.length < fired ? ` The newest ${formatCount(episodes.length)} are shown.` : "";
  return {
    headline: `Would have fired ${fired === 1 ? "once" : `${formatCount(fired)} times`} in ${over}.`,
    detail: [`${listWords(counts)}; the longest lasted ${longest}.${shown}`, coarse].filter(Boolean).join(" "),
  };
}
