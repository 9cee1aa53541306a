import type { Postgres } from "@watchfloor/sql";
import { applyTransitions } from "../incidents/apply-transitions.js";
import { IncidentRepository } from "../incidents/incident.repository.js";
import type { CommittedTransition, TransitionSink } from "./transition-sink.js";
import { TransitionRepository } from "./transition.repository.js";

/** TransitionPublisher makes what was committed known: the history, the incidents, then the sink. Each may be done again. */
export class TransitionPublisher {
  private readonly transitions: TransitionRepository;
  private readonly incidents: IncidentRepository;

  constructor(private readonly parts: { postgres: Postgres; sink: TransitionSink; now: () => Date }) {
    this.transitions = new TransitionRepository(parts.postgres);
    this.incidents = new IncidentRepository(parts.postgres);
  }

  /** publish resolves when everybody has taken all of them; only then may they leave the outbox of their rule. */
  async publish(tenant: string, out: readonly CommittedTransition[]): Promise<void> {
    await this.transitions.insert(tenant, out, this.parts.now());
    await applyTransitions(this.incidents, tenant, out);
    for (const transition of out) await this.parts.sink.accept(transition);
  }
}
