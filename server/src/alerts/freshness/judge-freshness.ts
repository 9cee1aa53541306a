import type { AlertRule } from "@watchfloor/dashboards";
import { judgeThreshold } from "../condition/judge-threshold.js";
import { addWords, type JudgedInstance, type RuleJudgement } from "../evaluate/judge-rule.js";
import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import { chooseMaxAgeSeconds, type FreshnessLevel } from "./choose-max-age.js";
import type { FeedSilence } from "./feed-silence.js";

type FreshnessRule = Extract<AlertRule, { kind: "freshness" }>;

/**
 * judgeFreshness judges every group of feeds at every level: its value is the silence of the feed that is furthest beyond its own limit, and
 * the threshold is that limit. Strict: a feed that was silent for exactly its limit is not too quiet. What is not among the feeds is expected
 * no more, and what fired of it is over.
 */
export function judgeFreshness(rule: FreshnessRule, silences: readonly FeedSilence[]): RuleJudgement {
  const groups = new Map<string, FeedSilence[]>();
  for (const silence of silences) {
    const key = fingerprintLabels(silence.labels);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [silence]);
    else group.push(silence);
  }
  const instances = [...groups.values()].flatMap((group) =>
    rule.levels.flatMap((level) => judgeLevel(rule, level, group) ?? []),
  );
  return { instances, judgeAbsent: () => ({ outcome: "missing", value: null }), absentReason: "manual" };
}

function judgeLevel(
  rule: FreshnessRule,
  level: FreshnessLevel,
  group: readonly FeedSilence[],
): JudgedInstance | undefined {
  let [worst, worstLimit, share, quiet] = [group[0], 1, -1, 0];
  for (const silence of group) {
    const limit = chooseMaxAgeSeconds(level, silence);
    if (silence.silentSeconds > limit) quiet += 1;
    if (silence.silentSeconds / limit <= share) continue;
    [worst, worstLimit, share] = [silence, limit, silence.silentSeconds / limit];
  }
  if (worst === undefined) return undefined;
  const { source, store, channel, partner } = worst.feed;
  return {
    labels: addWords(rule, worst.labels, level.severity),
    severity: level.severity,
    judgement: judgeThreshold(worst.silentSeconds, { op: ">", threshold: worstLimit }),
    threshold: worstLimit,
    evidence: {
      feed: { source, store, channel, partner },
      ...{ cadenceSeconds: worst.cadenceSeconds, isNeverHeard: worst.isNeverHeard },
      ...{ feeds: group.length, quietFeeds: quiet },
    },
  };
}
