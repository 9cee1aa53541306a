/** MetricPage is what one page asks, all at once; `draw` varies the scope from one opening to the next. */
export interface MetricPage {
  readonly title: string;
  readonly askedMs: number;
  readonly days: number;
  readonly questions: readonly string[];
  draw(turn: number): Record<string, unknown>;
}

const VALUES = "groups { key { id } values { metric value numerator denominator previous nullReason } }";
const SERIES = "groups { key { id } values { metric value previous series { at value } } }";

function ask(metrics: readonly string[], more: string, answer = VALUES): string {
  return `query ($from: DateTime!, $to: DateTime!, $filter: ScopeFilterInput) { metrics(query: { metrics: ${JSON.stringify(metrics)}, from: $from, to: $to, filter: $filter, timeZone: "Europe/Berlin"${more} }) { ${answer} } }`;
}

const ofClient = (turn: number) => (turn % 2 === 0 ? null : { clients: [`client-${turn % 3}`] });

/** METRIC_PAGES are the pages whose time is asked for. */
export const METRIC_PAGES: readonly MetricPage[] = [
  {
    title: "live board, 24 h",
    askedMs: 250,
    days: 1,
    questions: [
      ask(
        ["sla_attainment", "duration_p95", "runs_open", "sla_overdue", "sla_at_risk", "failure_rate"],
        ", groupBy: [CLIENT, WORKFLOW]",
      ),
      ask(["runs_started"], ", groupBy: [CLIENT, WORKFLOW], granularity: HOUR", SERIES),
      ask(["money_at_risk"], ", groupBy: [CURRENCY]"),
      ask(["exceptions_open", "exceptions_raised"], ""),
    ],
    draw: () => ({ filter: null }),
  },
  {
    title: "store page, 24 h",
    askedMs: 150,
    days: 1,
    questions: [
      ask(["runs_started", "success_rate", "sla_attainment", "on_time_rate", "runs_open", "sla_overdue"], ""),
      ask(["runs_started", "failure_rate"], ", granularity: HOUR", SERIES),
    ],
    draw: (turn) => ({
      filter: { stores: [`client-${(turn * 7) % 3}/${String(1 + ((turn * 7) % 300)).padStart(4, "0")}`] },
    }),
  },
  {
    title: "executive quarter",
    askedMs: 500,
    days: 90,
    questions: [
      ask(
        [
          "runs_finished",
          "success_rate",
          "on_time_rate",
          "sla_attainment",
          "first_pass_rate",
          "automation_rate",
          "duration_p95",
          "exceptions_per_1000",
        ],
        ", granularity: DAY, compareTo: PREVIOUS_PERIOD",
        SERIES,
      ),
    ],
    draw: (turn) => ({ filter: ofClient(turn) }),
  },
  {
    title: "partner league, quarter",
    askedMs: 500,
    days: 90,
    questions: [
      ask(
        ["on_time_rate", "runs_finished", "success_rate", "sla_attainment", "retry_rate"],
        ', groupBy: [PARTNER], orderBy: { metric: "on_time_rate", direction: DESCENDING }',
      ),
    ],
    draw: (turn) => ({ filter: ofClient(turn) }),
  },
];
