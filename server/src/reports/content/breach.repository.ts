import type { ClickHouse } from "@watchfloor/sql";
import { choosePromisedRows } from "../../metrics/compiler/choose-promised-rows.js";
import { buildRange, toPiece } from "../../metrics/compiler/compile-flow.js";
import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import { openColumnWords } from "../../metrics/compiler/open-column-words.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Statement } from "../../metrics/compiler/statement.js";
import type { Reach } from "../../scope/reach.js";

const MAX_SECONDS = 30;
const FAR = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";

/** Breach is a run whose promise was broken: what it was about, by when it was due, and how far past that it ended. */
export interface Breach {
  readonly client: string;
  readonly workflow: string;
  readonly run: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly entity: string;
  readonly startedAtMs: number | null;
  readonly dueAtMs: number | null;
  /** null = it was open at the end of the period. */
  readonly finishedAtMs: number | null;
  readonly outcome: string;
  readonly errorCode: string;
  /** Past its deadline, to the end or to the end of the period; negative of what failed in time, null without a deadline. */
  readonly latenessSeconds: number | null;
  readonly amount: number;
  readonly currency: string;
}

const SHOWN = [
  "client, workflow, run, store, channel, partner",
  "if(entity_id = '', '', concat(entity_type, ' ', entity_id)) AS entity",
  `if(started_at < ${FAR}, toUnixTimestamp64Milli(started_at), NULL) AS startedAtMs`,
  `if(sla_due_at < ${FAR}, toUnixTimestamp64Milli(sla_due_at), NULL) AS dueAtMs`,
  "if(has_ended, toUnixTimestamp64Milli(finished_at), NULL) AS finishedAtMs",
  "if(has_ended, outcome, '') AS shown_outcome",
  "if(error_code = '', error_class, error_code) AS errorCode",
  `if(sla_due_at < ${FAR}, (toUnixTimestamp64Milli(least(finished_at, {as_of:DateTime64(3, 'UTC')})) - toUnixTimestamp64Milli(sla_due_at)) / 1000, NULL) AS latenessSeconds`,
  "toFloat64(money) AS amount, currency",
];

/** compileBreaches lists the broken promises that `sla_attainment` counts as such in a range: the most money first, then the latest. */
export function compileBreaches(reach: Reach, range: { from: Date; asOf: Date; limit: number }): Statement {
  const params = new SqlParameters();
  const words = openColumnWords("run", reach.parts.promises, params);
  const from = params.addInstant("from", range.from);
  const asOf = params.addInstant("as_of", range.asOf);
  const term = { source: "run", at: "decided_at" } as const;
  const conditions = [
    ...buildReachConditions(reach, "run", params),
    ...buildRange(term, { from, asOf }, reach.parts.promises !== undefined).map(words.render),
    words.render("promise_state IN ('breached', 'overdue')"),
  ];
  const rows =
    choosePromisedRows(reach.parts.promises, { at: term.at, pieces: [toPiece(range)] }, params) ?? "run FINAL";
  const shown = SHOWN.map(words.render);
  const text = [...shown, ...conditions].join(" ");
  const entries = words.choose(text);
  const sql = [
    ...(entries.length > 0 ? [`WITH\n    ${entries.join(",\n    ")}`] : []),
    `SELECT\n    ${shown.join(",\n    ")}`,
    ...words.renderFrom(rows, conditions, text),
    "ORDER BY amount DESC, latenessSeconds DESC, client, workflow, run",
    `LIMIT ${range.limit}`,
  ].join("\n");
  return { name: "reports.breaches", sql, params: params.values };
}

/** BreachRepository reads broken promises within a reach. */
export class BreachRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** list returns the worst of a range. */
  async list(reach: Reach, range: { from: Date; asOf: Date; limit: number }): Promise<Breach[]> {
    const rows = await this.clickhouse.query<Breach & { shown_outcome: string }>({
      ...compileBreaches(reach, range),
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(({ shown_outcome, ...row }) => ({ ...row, outcome: shown_outcome }));
  }
}
