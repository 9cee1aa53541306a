import { AlertSeries } from "./alert-series.js";
import { expandSeries } from "./expand-series.js";
import { judgeFields } from "./judge-fields.js";
import { judgeQuery } from "./judge-query.js";
import type { RuleData, RuleJudge } from "./rule-judge.js";
import { RuleRun, type ReplayedInstance } from "./rule-run.js";
import { SampleStore } from "./sample-store.js";
import type { RuleScenario, ScenarioRule } from "./scenario-file.js";

/** RuleReplay is what happened, and what the file says in two ways that do not agree. */
export interface RuleReplay {
  readonly instances: readonly ReplayedInstance[];
  readonly notes: readonly string[];
}

/**
 * replayRules runs the rules of a scenario over its samples, slot by slot; instances that never left `inactive` are left out. A rule is
 * judged by its query, which is what was run; its fields are judged too, and a note says where they disagree.
 */
export function replayRules(scenario: RuleScenario): RuleReplay {
  const interval = Math.round(scenario.evaluation.interval_s * 1_000);
  const sampleSeconds = scenario.sample_interval_s ?? scenario.evaluation.interval_s;
  const store = new SampleStore(scenario.series.map((series) => expandSeries(series, sampleSeconds)));
  const data: RuleData = { store, lookback: scenario.lookback_s * 1_000, interval };
  const slots = listSlots(scenario, interval);
  const judges = scenario.rules.map((rule, place) =>
    chooseJudges(rule, data, `rules[${place}] (${rule.alert}, kind "${scenario.kind}")`),
  );
  const runs = judges.map(({ judge, rule }) => new RuleRun(rule, judge, interval));
  const alerts = scenario.rules.some(({ expr }) => expr?.includes("ALERTS")) ? new AlertSeries(store) : undefined;
  for (const at of slots)
    for (const [place, run] of runs.entries()) {
      const active = run.step(at);
      if (active !== undefined) alerts?.write(place, active, at);
    }
  const notes = judges.flatMap(({ note, check, rule }, place) => {
    if (check === undefined) return note === undefined ? [] : [note];
    const other = new RuleRun(rule, check, interval);
    for (const at of slots) other.step(at);
    return compareRuns(runs[place]?.list() ?? [], other.list()).map(
      (words) => `rules[${place}] (${rule.alert}): ${words}`,
    );
  });
  return { instances: runs.flatMap((run) => run.list()), notes };
}

interface Judges {
  readonly rule: ScenarioRule;
  readonly judge: RuleJudge;
  /** By its fields, where it is judged by its query. */
  readonly check?: RuleJudge;
  readonly note?: string;
}

function chooseJudges(rule: ScenarioRule, data: RuleData, name: string): Judges {
  const { expr } = rule;
  const fields = attempt(() => judgeFields(rule, data));
  if (expr === undefined) {
    if (typeof fields === "string")
      throw new Error(`${name} has no expr, and its fields do not say what it is about: ${fields}.`);
    return { rule, judge: fields };
  }
  const query = attempt(() => judgeQuery({ ...rule, expr }, data));
  if (typeof query !== "string")
    return typeof fields === "string" ? { rule, judge: query } : { rule, judge: query, check: fields };
  if (typeof fields === "string") throw new Error(`${name}.expr: ${query}`);
  return { rule, judge: fields, note: `${name} is judged by its fields: ${query}` };
}

function attempt(build: () => RuleJudge): RuleJudge | string {
  try {
    return build();
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function compareRuns(byQuery: readonly ReplayedInstance[], byFields: readonly ReplayedInstance[]): string[] {
  const render = (list: readonly ReplayedInstance[]) =>
    new Map(list.map(({ labels, states }) => [JSON.stringify(Object.entries(labels).sort()), states]));
  const [ours, theirs] = [render(byQuery), render(byFields)];
  const other = [...new Set([...ours.keys(), ...theirs.keys()])].find((key) => ours.get(key) !== theirs.get(key));
  if (other === undefined) return [];
  const [query, fields] = [ours.get(other) ?? "", theirs.get(other) ?? ""];
  const place = [...Array(Math.max(query.length, fields.length)).keys()].find(
    (at) => (query[at] ?? "i") !== (fields[at] ?? "i"),
  );
  return [`its fields and its query disagree about ${other} from evaluation ${place ?? 0} on; the query holds`];
}

function listSlots({ evaluation, series, sample_interval_s: sampleSeconds }: RuleScenario, interval: number): number[] {
  const { first_t: first, last_t: last, count } = evaluation;
  const ends = series.flatMap((one) => [
    ...(one.samples ?? []).map(([t]) => t),
    ...(one.samples_rle ?? []).map(([t, times]) => t + (times - 1) * (sampleSeconds ?? evaluation.interval_s)),
  ]);
  const newest = ends.reduce((latest, t) => Math.max(latest, t), first);
  const length = count ?? Math.floor(((last ?? newest) - first) / (interval / 1_000) + 1e-9) + 1;
  return Array.from({ length }, (_, place) => Math.round(first * 1_000) + place * interval);
}
