import { dropLease, renderFailure, takeLease, type ClickHouse, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import { buildMetricsService } from "../../metrics/execution/build-metrics-service.js";
import { RegistryService } from "../../registry/registry.service.js";
import { buildScope } from "../../scope/scope.js";
import { expireAcknowledgements } from "../incidents/expire-acknowledgements.js";
import { TransitionPublisher } from "../publish/transition-publisher.js";
import type { TransitionSink } from "../publish/transition-sink.js";
import { WatermarkReader } from "../watermark/watermark-reader.service.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import type { EvaluationClock } from "./evaluation-clock.js";
import { FigureReader } from "./figure-reader.service.js";
import { RuleEvaluation } from "./rule-evaluation.service.js";
import { RuleJudge } from "./rule-judge.service.js";
import { SlotDeadline } from "./slot-deadline.js";
import { SubjectReader } from "./subject-reader.service.js";

/** A worker that was killed is missed after this time; one that works takes the lease anew in every turn. */
const LEASE_MS = 30_000;

/** AlertEvaluationOptions is what alerts are evaluated with. `holder` tells processes apart; `sink` takes what fires further. */
export interface AlertEvaluationOptions {
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly holder: string;
  readonly sink: TransitionSink;
  /** Refuses a clock that went wrong; undefined = the clock is right, as that of a test. */
  readonly clock?: Pick<EvaluationClock, "check"> | undefined;
}

/**
 * AlertEvaluation evaluates the rules of every tenant. Any number of processes may run it: a lease saves the others the work, and where it
 * fails them (a stalled process, clocks that differ) whoever comes second changes nothing.
 */
export class AlertEvaluation {
  private readonly evaluation: RuleEvaluation;
  private isClosing = false;

  constructor(private readonly options: AlertEvaluationOptions) {
    const { postgres, now, sink } = options;
    const deadline = new SlotDeadline();
    const clickhouse = deadline.limit(options.clickhouse);
    const registry = new RegistryService({ postgres, now });
    const { metrics } = buildMetricsService({ clickhouse, postgres, registry, now });
    const watermarks = new WatermarkReader({ clickhouse, registry, now });
    const publisher = new TransitionPublisher({ postgres, sink, now });
    this.evaluation = new RuleEvaluation({
      rules: new AlertRuleRepository(postgres),
      documents: new AlertDocumentRepository(postgres),
      judge: new RuleJudge({
        figures: new FigureReader(metrics),
        subjects: new SubjectReader({ clickhouse, registry, now }),
        ...{ deadline, watermarks },
      }),
      watermarks,
      publish: (tenant, out) => publisher.publish(tenant, out),
      now: () => now().getTime(),
    });
  }

  /** run evaluates, for each tenant that no other worker holds, what has become due. */
  async run(): Promise<void> {
    const refusal = await this.options.clock?.check();
    // The dead man's switch falls silent and its alarm goes out, because slots are not evaluated by then.
    if (refusal !== undefined) return this.options.logger.error({ refusal }, "alert rules not evaluated");
    for (const tenant of await listTenantIds(this.options.postgres)) {
      if (this.isClosing) return;
      await this.runTenant(tenant).catch((cause: unknown) => {
        this.options.logger.warn({ tenant, cause: renderFailure(cause) }, "alert rules not evaluated");
      });
    }
  }

  /** close ends a run that is under way after its slot and lets other workers go on. */
  async close(): Promise<void> {
    this.isClosing = true;
    const { postgres, holder } = this.options;
    for (const tenant of await listTenantIds(postgres)) await dropLease(postgres, { name: nameLease(tenant), holder });
  }

  private async runTenant(tenant: string): Promise<void> {
    const { postgres, now, holder } = this.options;
    const lease = { name: nameLease(tenant), holder, forMs: LEASE_MS };
    if (!(await takeLease(postgres, { ...lease, now: now() }))) return;
    const scope = buildScope({ tenant, role: "administrator", subjectId: "alerts" });
    const endsAt = now().getTime() + LEASE_MS / 2;
    // What is left is done in the next turn, with a lease taken anew.
    await this.evaluation.run(scope, () => !this.isClosing && now().getTime() < endsAt);
    await expireAcknowledgements(postgres, tenant, now());
  }
}

function nameLease(tenant: string): string {
  return `alerts:${tenant}`;
}
