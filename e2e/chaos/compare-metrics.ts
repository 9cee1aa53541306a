import { computeIndependently, type RawRow } from "@watchfloor/server/testing";
import { ask, signIn } from "../support/ask.js";
import type { ChaosNetwork } from "./chaos-network.js";

/** METRICS are all that follow from the events alone, whenever and wherever they were received. */
const METRICS = [
  ...[
    "runs_started",
    "runs_finished",
    "runs_open",
    "success_rate",
    "failure_rate",
    "dead_letter_rate",
    "compensation_rate",
  ],
  ...["first_pass_rate", "retry_rate", "automation_rate", "retries", "duration_p50", "duration_p95", "duration_p99"],
  ...[
    "on_time_rate",
    "lateness_p50",
    "lateness_p95",
    "sla_met",
    "sla_breached",
    "sla_excluded",
    "sla_attainment",
    "sla_overdue",
  ],
  ...[
    "sla_at_risk",
    "fanout_completeness",
    "exceptions_raised",
    "exceptions_open",
    "exceptions_resolved",
    "exception_rate",
  ],
  ...["exceptions_per_1000", "check_match_rate", "check_mismatch_rate", "check_mismatches", "money_at_risk"],
];

const QUERY = `query ($query: MetricQueryInput!) { metrics(query: $query) {
  groups { key { dimension id } values { metric value } } } }`;

interface Answer {
  metrics: {
    groups: { key: { dimension: string; id: string | null }[]; values: { metric: string; value: number | null }[] }[];
  };
}

/** MetricComparison is how many figures were compared and which of them differ. */
export interface MetricComparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** compareMetrics asks for every metric of the whole, of each client and of each workflow, and compares with what the facts say. */
export async function compareMetrics(
  network: ChaosNetwork,
  facts: readonly RawRow[],
  range: { from: number; to: number },
): Promise<MetricComparison> {
  const token = await signIn(network.api.url, network.admin);
  const differences: string[] = [];
  let compared = 0;
  const compare = async (filter: Record<string, string[]>, some: readonly RawRow[]) => {
    for (const metric of METRICS) {
      const found = await askMetric(network, token, { metric, filter, range });
      const expected = computeIndependently(metric, some, { ...range, asOf: range.to });
      compared += 1;
      if (!isEqual(found, expected))
        differences.push(`${metric} of ${JSON.stringify(filter)}: ${String(found)}, by the facts ${String(expected)}`);
    }
  };
  await compare({}, facts);
  for (const client of new Set(facts.map((fact) => fact.client)))
    await compare(
      { clients: [client] },
      facts.filter((fact) => fact.client === client),
    );
  for (const workflow of ["w0", "price-change", "order-posted", "erp-posting"]) await compareRuns(workflow);
  return { compared, differences };

  async function compareRuns(workflow: string): Promise<void> {
    await compare(
      { workflows: [workflow] },
      facts.filter((fact) => fact.workflow === workflow),
    );
  }
}

async function askMetric(
  network: ChaosNetwork,
  token: string,
  asked: { metric: string; filter: Record<string, string[]>; range: { from: number; to: number } },
): Promise<number | null> {
  const { metric, filter, range } = asked;
  const query = {
    ...{ metrics: [metric], filter },
    ...{ from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
  };
  const { data, errors } = await ask<Answer>(network.api.url, token, QUERY, { query });
  if (data === null) throw new Error(`${metric}: ${JSON.stringify(errors)}`);
  return data.metrics.groups[0]?.values[0]?.value ?? null;
}

/** An empty group of money is nothing at risk. */
function isEqual(found: number | null, expected: number | null): boolean {
  if (found === null || expected === null) return (found ?? 0) === (expected ?? 0);
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
