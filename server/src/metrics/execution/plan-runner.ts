import DataLoader from "dataloader";
import { compileByStamps } from "../compiler/compile-by-stamps.js";
import { compileFlow, type FlowQuestion } from "../compiler/compile-flow.js";
import type { Statement } from "../compiler/statement.js";
import type { Reach } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";
import type { EngineRow } from "./figure-table.js";
import type { MetricsRepository } from "./metrics.repository.js";
import type { Plan } from "./plan-metrics.js";

type Column = FlowQuestion["columns"][number];

/** FlowAsk is a scan of rows that can answer more columns than one question asks of it. */
export interface FlowAsk {
  readonly reach: Reach;
  readonly question: FlowQuestion;
}

/** RanPlan is the rows of a plan, with the statement that was run: it may have answered other questions, too. */
export interface RanPlan {
  readonly rows: readonly EngineRow[];
  readonly statement: Statement;
}

/**
 * PlanRunner runs plans. Scans that are asked for in the same turn of the event loop and differ in their columns alone become one: the
 * panels of a page cost one statement for each source and instant, whatever number of fields asks. Which groups a scan has does
 * not depend on its columns, so each plan reads what it would have read alone.
 */
export class PlanRunner {
  private readonly scans: DataLoader<FlowAsk, RanPlan>;
  private readonly scopes = new WeakMap<Scope, number>();
  private scopeCount = 0;

  constructor(private readonly repository: MetricsRepository) {
    this.scans = new DataLoader((asks) => this.runScans(asks), { cache: false });
  }

  /** run returns the rows of a plan. Rejects with a `ClickHouseFailure`. */
  run({ flow, statement }: Plan): Promise<RanPlan> {
    return flow === undefined ? this.runStatement(statement) : this.scans.load(flow);
  }

  private runStatement(statement: Statement): Promise<RanPlan> {
    return this.repository.answer(statement);
  }

  private runScans(asks: readonly FlowAsk[]): Promise<(RanPlan | Error)[]> {
    const shared = new Map<string, { readonly asks: FlowAsk[]; readonly columns: Map<string, Column> }>();
    const names = asks.map((ask) => {
      for (let attempt = 0; ; attempt += 1) {
        const name = `${attempt} ${this.renderKey(ask)}`;
        const scan = shared.get(name) ?? { asks: [], columns: new Map<string, Column>() };
        // Two meanings of one column cannot share a scan.
        if (!ask.question.columns.every(({ alias, sql }) => (scan.columns.get(alias)?.sql ?? sql) === sql)) continue;
        for (const column of ask.question.columns) scan.columns.set(column.alias, column);
        scan.asks.push(ask);
        shared.set(name, scan);
        return name;
      }
    });
    const running = new Map(
      [...shared].map(
        ([
          name,
          {
            asks: [first],
            columns,
          },
        ]) => {
          if (first === undefined) throw new Error("a scan that nobody asked for");
          const question = { ...first.question, columns: [...columns.values()] };
          return [
            name,
            keepFailure(this.runStatement(compileByStamps(first.reach, (by) => compileFlow(by, question)))),
          ];
        },
      ),
    );
    return Promise.all(names.map((name) => running.get(name) ?? Promise.resolve(new Error(`no scan ${name}`))));
  }

  /** Everything that decides the rows of a scan but its columns. */
  private renderKey({ reach, question }: FlowAsk): string {
    const { columns: _, ...rest } = question;
    return JSON.stringify([this.nameScope(reach.parts.scope), reach.parts.filter, rest]);
  }

  private nameScope(scope: Scope): number {
    const known = this.scopes.get(scope);
    if (known !== undefined) return known;
    this.scopeCount += 1;
    this.scopes.set(scope, this.scopeCount);
    return this.scopeCount;
  }
}

async function keepFailure(running: Promise<RanPlan>): Promise<RanPlan | Error> {
  try {
    return await running;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}
