import { INACTIVE_INSTANCE, type AlertInstance } from "../instance/alert-instance.js";
import { buildAlertTerms, type AlertTerms } from "../instance/alert-terms.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import { stepInstance } from "../instance/step-instance.js";
import type { Judgement } from "../instance/judgement.js";
import type { ActiveAlert } from "./alert-series.js";
import { QueryError } from "./promql/query-error.js";
import type { JudgedInstance, RuleJudge } from "./rule-judge.js";
import type { ScenarioRule } from "./scenario-file.js";
import { renderTemplate } from "./template/render-template.js";

/** ReplayedInstance is what happened to one instance: a character an evaluation, `i` inactive, `p` pending, `f` firing or recovering. */
export interface ReplayedInstance {
  readonly alert: string;
  readonly labels: Labels;
  readonly states: string;
}

interface Track {
  readonly labels: Labels;
  instance: AlertInstance;
  states: string;
}

const LETTERS = { inactive: "i", pending: "p", firing: "f", recovering: "f" } as const;
const MISSING: Judgement = { outcome: "missing", value: null };

/** RuleRun is one rule on its way through the evaluations of a scenario, with the state machine of production. */
export class RuleRun {
  private readonly terms: AlertTerms;
  private readonly tracks = new Map<string, Track>();
  /** The keys of what is not inactive. */
  private readonly active = new Set<string>();
  private slots = 0;

  constructor(
    private readonly rule: ScenarioRule,
    private readonly judge: RuleJudge,
    interval: number,
  ) {
    this.terms = buildAlertTerms({
      intervalMs: interval,
      forMs: (rule.for_s ?? rule.for ?? 0) * 1_000,
      keepFiringMs: (rule.keep_firing_for_s ?? rule.keep_firing_for ?? 0) * 1_000,
      noData: "resolve",
    });
  }

  /** step is one evaluation; gives what is pending or fires after it. */
  step(at: number): ActiveAlert[] | undefined {
    const judged = this.judgeAll(at);
    for (const [key, { labels, judgement }] of judged ?? [])
      if (judgement.outcome === "match" && !this.active.has(key)) this.begin(key, labels);
    for (const key of [...this.active]) {
      const track = this.tracks.get(key);
      if (track === undefined) continue;
      if (judged !== undefined) {
        const judgement = judged.get(key)?.judgement ?? MISSING;
        track.instance = stepInstance(track.instance, judgement, { at, terms: this.terms }).instance;
      }
      track.states += LETTERS[track.instance.state];
      if (track.instance.state === "inactive") this.active.delete(key);
    }
    this.slots += 1;
    return judged === undefined ? undefined : this.listActive();
  }

  /** list are the instances that ever were pending or fired. */
  list(): ReplayedInstance[] {
    return [...this.tracks.values()].map(({ labels, states }) => ({
      alert: this.rule.alert,
      labels,
      states: states.padEnd(this.slots, "i"),
    }));
  }

  private begin(key: string, labels: Labels): void {
    const track = this.tracks.get(key) ?? { labels, instance: INACTIVE_INSTANCE, states: "" };
    track.states = track.states.padEnd(this.slots, "i");
    this.tracks.set(key, track);
    this.active.add(key);
  }

  private listActive(): ActiveAlert[] {
    return [...this.active].flatMap((key) => {
      const track = this.tracks.get(key);
      if (track === undefined) return [];
      const { state, activeAt } = track.instance;
      return [{ alert: this.rule.alert, labels: track.labels, isFiring: state !== "pending", activeAt: activeAt ?? 0 }];
    });
  }

  /** Undefined for an evaluation that failed: nothing changes then. So it does when two instances cannot be told apart. */
  private judgeAll(at: number): Map<string, JudgedInstance> | undefined {
    const found = new Map<string, JudgedInstance>();
    try {
      for (const { labels: seen, judgement } of this.judge(at)) {
        const labels = this.label(seen, judgement.value);
        const key = JSON.stringify(Object.entries(labels).sort());
        const other = found.get(key)?.judgement.outcome;
        if (other === "match" && judgement.outcome === "match")
          throw new QueryError(`two instances have the labels ${key}`);
        if (other !== "match") found.set(key, { labels, judgement });
      }
    } catch (cause) {
      if (cause instanceof QueryError) return undefined;
      throw cause;
    }
    return found;
  }

  /** A value in a label makes another instance of each value; rules like that are refused when they are saved, and behave so when forced in. */
  private label(seen: Labels, value: number | null): Labels {
    const told = Object.entries(this.rule.labels).map(([name, text]) => [
      name,
      text.includes("{{") ? renderTemplate(text, { labels: seen, value: value ?? Number.NaN }) : text,
    ]);
    const { alertname: _, ...labels }: Labels = { ...seen, ...Object.fromEntries(told) };
    return Object.fromEntries(Object.entries(labels).filter(([, text]) => text !== ""));
  }
}
