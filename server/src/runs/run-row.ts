import { FAR } from "./build-state-condition.js";

const instant = (column: string, name: string) =>
  `if(${column} < ${FAR}, toUnixTimestamp64Milli(${column}), NULL) AS ${name}`;

/** MOMENT is the instant a run is listed under: its start, else its deadline, else its end. `day` is its UTC day. */
export const MOMENT = `if(started_at < ${FAR}, started_at, if(due_at < ${FAR}, due_at, finished_at))`;

/**
 * SPAN_MS is how long a run took, or has been open at `now`; -1 of a run whose start is not known. NOTE: a cursor of the longest
 * runs compares spans at different instants, so an open run may change its place between two pages.
 */
export const SPAN_MS = `if(started_at < ${FAR}, toUnixTimestamp64Milli(least(finished_at, {now:DateTime64(3, 'UTC')})) - toUnixTimestamp64Milli(started_at), -1)`;

const RUN_COLUMNS = [
  "run, client, workflow, toString(day) AS dayText, kind, workflow_version AS workflowVersion, source, store, channel, partner, correlation",
  "entity_type AS entityType, entity_id AS entityId, entity_version AS entityVersion, change, target, outcome, promise, attempts",
  [
    instant("started_at", "startedAtMs"),
    instant("due_at", "dueAtMs"),
    instant("finished_at", "finishedAtMs"),
    instant("mismatched_at", "mismatchedAtMs"),
  ].join(", "),
  "superseded, error_class AS errorClass, error_code AS errorCode, error_message AS errorMessage, toString(money) AS amount, currency",
  "human_touched AS humanTouched, attributes AS attributeMap",
  "expected_answers AS expectedAnswers, answers, toString(answered_money) AS answeredAmount",
  `arrayMap(pause -> (toUnixTimestamp64Milli(pause.1), if(pause.2 < ${FAR}, toUnixTimestamp64Milli(pause.2), NULL), pause.3), pauses) AS pauseList`,
].join(",\n  ");

/** SLA_NEEDS are the words of promises that a `RunRow` shows. */
export const SLA_NEEDS = "sla_policy sla_due_at sla_risk_ms sla_clock_ms deadline_at";

/** buildRunColumns selects a `RunRow`, with what is promised of it where policies decide. */
export function buildRunColumns(hasPolicies: boolean): string {
  if (!hasPolicies)
    return `${RUN_COLUMNS},\n  0 AS slaPolicy, 0 AS slaIsKnown, 0 AS slaLimitMs, 0 AS slaClockMs, NULL AS slaDueMs, NULL AS slaRiskMs`;
  const sla = [
    "sla_policy AS slaPolicy, sla_is_known AS slaIsKnown, sla_limit_ms AS slaLimitMs, sla_clock_ms AS slaClockMs",
    ...["due", "risk"].map(
      (each) =>
        `if(sla_${each}_ms < toUnixTimestamp64Milli(${FAR}) - 1, sla_${each}_ms, NULL) AS sla${each === "due" ? "Due" : "Risk"}Ms`,
    ),
  ];
  return [RUN_COLUMNS.replace(/\bdue_at\b/g, "deadline_at"), ...sla].join(",\n  ");
}

/** RunRow is one row of `run` as `buildRunColumns` selects it; '' = absent. */
export interface RunRow {
  readonly run: string;
  readonly client: string;
  readonly workflow: string;
  readonly dayText: string;
  readonly kind: string;
  readonly workflowVersion: string;
  readonly source: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly correlation: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly entityVersion: string;
  readonly change: string;
  readonly target: string;
  readonly outcome: string;
  readonly promise: string;
  readonly attempts: number;
  readonly startedAtMs: number | null;
  readonly dueAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly mismatchedAtMs: number | null;
  readonly superseded: boolean;
  readonly errorClass: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly amount: string;
  readonly currency: string;
  readonly humanTouched: boolean;
  readonly attributeMap: Readonly<Record<string, string>>;
  /** 0 = the run is no obligation by a rule, or what opens it is not known. */
  readonly expectedAnswers: number;
  readonly answers: number;
  readonly answeredAmount: string;
  /** From, to (null = still), reason. */
  readonly pauseList: readonly (readonly [number, number | null, string])[];
  /** Number of the policy in force at its start; 0 = none. The other figures of its promise count only with a policy. */
  readonly slaPolicy: number;
  readonly slaIsKnown: 0 | 1;
  readonly slaLimitMs: number;
  readonly slaClockMs: number;
  /** null = never. */
  readonly slaDueMs: number | null;
  /** The last instant before it is at risk; null = never. */
  readonly slaRiskMs: number | null;
}
