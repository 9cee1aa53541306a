import { z } from "zod";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Reach, ReachFilter } from "../../scope/reach.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import type { EngineRow } from "../execution/figure-table.js";
import type { MetricsRepository } from "../execution/metrics.repository.js";
import { LOOKED_AT } from "../derived-formula.js";
import type { FlowTerm, MetricDefinition, SpanTerm, Term } from "../metric-definition.js";
import { checkMetricQuestion } from "../query/check-metric-question.js";
import type { MetricQuery } from "../query/metric-query.js";
import { buildWindows } from "./build-windows.js";
import { compileRows, type RowPosition } from "./compile-rows.js";
import { listSideTerms, type MetricSide } from "./list-side-terms.js";
import { readRowCursor, renderRowCursor, type RowCursor } from "./row-cursor.js";

const rowKey = z.array(z.string());
const MAX_FIRST = 200;
const DEFAULT_FIRST = 50;

/** RowsRequest asks for the rows behind one value. */
export interface RowsRequest {
  readonly metric: string;
  readonly side: MetricSide;
  readonly from: Date;
  readonly to: Date;
  readonly filter?: ReachFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** CountedRow is a row that a metric counts, with what it adds. */
export interface CountedRow {
  readonly kind: FlowTerm["source"];
  readonly client: string;
  readonly workflow: string;
  readonly id: string;
  /** The run the row is or is part of. */
  readonly run: string;
  readonly source: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly currency: string;
  readonly at: Date;
  readonly contribution: number;
}

/** RowsPage is a page of rows; `endCursor` null = no rows. */
export interface RowsPage {
  readonly nodes: CountedRow[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** RowsRefusal says which argument is at fault and what to do about it. */
export interface RowsRefusal {
  readonly field: string;
  readonly detail: string;
  readonly remedy: string;
}

interface Placed {
  readonly row: CountedRow;
  readonly cursor: RowCursor;
}

/** MetricRowsService lists the rows behind a number, so that every number can be traced to what it was counted from. */
export class MetricRowsService {
  constructor(private readonly parts: { repository: MetricsRepository; registry: RegistryService; now: () => Date }) {}

  /** list returns a page of rows, newest first, or says why not. Rejects with a `ClickHouseFailure`. */
  async list(scope: Scope, request: RowsRequest): Promise<{ page: RowsPage } | { refusal: RowsRefusal }> {
    const now = this.parts.now();
    const { metric, from, to, filter, side } = request;
    const check = checkMetricQuestion({ metrics: [metric], from, to, filter: filter ?? null }, { now, zone: "UTC" });
    if (!check.isAccepted) return { refusal: check.refusal };
    const first = request.first ?? DEFAULT_FIRST;
    if (first < 1 || first > MAX_FIRST)
      return refuse("first", `first is ${first}.`, `Ask for 1 to ${MAX_FIRST} rows and page on with after.`);
    const after = request.after == null ? undefined : readRowCursor(request.after);
    if (request.after != null && after === undefined)
      return refuse("after", "after is not a cursor of this list.", "Send the endCursor of the page before.");
    const [definition] = check.query.metrics;
    const terms = definition === undefined ? [] : listSideTerms(definition, side);
    if (!terms.every(isOfRows) || (terms.length === 0 && side === "NUMERATOR"))
      return refuse("metric", `${metric} counts no rows of its own.`, describeInputs(definition));
    const reach = await resolveReach(this.parts.registry, scope, check.query.filter);
    const found = await this.collect({ reach, query: check.query, terms, now }, { after, wanted: first + 1 });
    const shown = found.slice(0, first);
    return {
      page: {
        nodes: shown.map(({ row }) => row),
        pageInfo: {
          endCursor: shown.length === 0 ? null : renderRowCursor(shown[shown.length - 1]?.cursor ?? EMPTY_CURSOR),
          hasNextPage: found.length > first,
        },
      },
    };
  }

  private async collect(
    asked: { reach: Reach; query: MetricQuery; terms: readonly (FlowTerm | SpanTerm)[]; now: Date },
    { after, wanted }: { after: RowCursor | undefined; wanted: number },
  ): Promise<Placed[]> {
    const { reach, query, terms, now } = asked;
    const { from, asOf } = query;
    const isMoney = query.metrics[0]?.splitBy?.includes("CURRENCY") ?? false;
    const found: Placed[] = [];
    for (const [number, term] of terms.entries()) {
      if (number < (after?.term ?? 0)) continue;
      const behind: RowPosition | undefined = after?.term === number ? after : undefined;
      const newest = behind === undefined ? asOf : new Date(Math.min(asOf.getTime(), behind.atMs + 1));
      for (const window of term.form === "span" ? [{ from, to: asOf }] : buildWindows(from, newest)) {
        const limit = wanted - found.length;
        if (limit <= 0) return found;
        const question = {
          term,
          from,
          asOf,
          window,
          after: behind,
          limit,
          isMoney: isMoney && term.source !== "measure",
          now,
        };
        const rows = await this.parts.repository.run(compileRows(reach, question));
        found.push(...rows.map((row) => readRow(row, term, number)));
      }
    }
    return found;
  }
}

const EMPTY_CURSOR: RowCursor = { term: 0, atMs: 0, key: [] };

function isOfRows(term: Term): term is FlowTerm | SpanTerm {
  return term.form === "flow" || term.form === "span";
}

/** Where to look instead: at the feeds, or at the metrics a derived one is computed from. */
function describeInputs(definition: MetricDefinition | undefined): string {
  if (definition?.formula.form === "derived")
    return `Ask for the rows of ${definition.formula.inputs.map((id) => (id === LOOKED_AT ? "the metric looked at" : id)).join(", ")}.`;
  return definition?.formula.form === "figure" && definition.formula.figure.form === "aged"
    ? "Ask for the rows of runs_finished and runs_open with the same filter."
    : "Ask `feeds` with the same filter.";
}

function refuse(field: string, detail: string, remedy: string): { refusal: RowsRefusal } {
  return { refusal: { field: `query.${field}`, detail, remedy } };
}

function readRow(row: EngineRow, { source }: FlowTerm | SpanTerm, term: number): Placed {
  const text = (name: string) => String(row[name] ?? "");
  const atMs = Number(row["at_ms"]);
  return {
    row: {
      kind: source,
      client: text("row_client"),
      workflow: text("row_workflow"),
      id: text("row_id"),
      run: text("row_run"),
      source: text("row_source"),
      store: text("row_store"),
      channel: text("row_channel"),
      partner: text("row_partner"),
      currency: text("row_currency"),
      at: new Date(atMs),
      contribution: Number(row["contribution"]),
    },
    cursor: { term, atMs, key: rowKey.parse(JSON.parse(text("row_key_text"))) },
  };
}
