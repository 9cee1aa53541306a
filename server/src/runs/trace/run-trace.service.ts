import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { hideTargets } from "./hide-targets.js";
import { orderSteps } from "./order-steps.js";
import type { EventView } from "./event-view.js";
import type { StepView } from "./step-view.js";
import type { RunTraceRepository } from "./run-trace.repository.js";
import type { RunView } from "../run-view.js";

/** EventPage is one page of events, oldest first. */
export interface EventPage {
  readonly nodes: readonly EventView[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** RunTraceService answers what happened inside a run that the caller may see. */
export class RunTraceService {
  constructor(private readonly parts: { repository: RunTraceRepository; registry: RegistryService }) {}

  /** findSteps returns the steps of a run in their order. */
  async findSteps(scope: Scope, run: RunView): Promise<StepView[]> {
    return orderSteps(
      await this.parts.repository.findSteps(scope.tenant, { client: run.client, workflow: run.workflow, run: run.id }),
    );
  }

  /** findEvents returns the events a run was made from, as received, `first` after the cursor `after`. */
  async findEvents(scope: Scope, run: RunView, page: { first: number; after: string | undefined }): Promise<EventPage> {
    const refs = await this.parts.repository.findEventRefs(scope.tenant, {
      client: run.client,
      workflow: run.workflow,
      run: run.id,
    });
    const cursors = refs.map((ref) => Buffer.from(JSON.stringify([ref.source, ref.id])).toString("base64url"));
    const from = page.after === undefined ? 0 : cursors.indexOf(page.after) + 1;
    const shown = refs.slice(from, from + page.first);
    const nodes = await this.parts.repository.findEvents(scope.tenant, run.client, shown);
    const stores = await this.findVisibleStores(scope, run.client);
    return {
      nodes: nodes.map((event) =>
        event.kind === "change.published"
          ? { ...event, payload: hideTargets(event.payload, { scope, client: run.client, stores }) }
          : event,
      ),
      pageInfo: { endCursor: cursors[from + shown.length - 1] ?? null, hasNextPage: from + shown.length < refs.length },
    };
  }

  private async findVisibleStores(scope: Scope, client: string): Promise<ReadonlySet<string> | null> {
    if (scope.stores === null && scope.regions === null) return null;
    const { stores } = await this.parts.registry.findVisible(scope);
    return new Set(stores.filter((store) => store.client === client).map((store) => store.id));
  }
}
