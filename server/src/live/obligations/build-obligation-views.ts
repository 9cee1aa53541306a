import type { TenantRegistry } from "../../registry/tenant-registry.js";
import type { RunState } from "../../runs/run-words.js";
import type { RunView } from "../../runs/run-view.js";
import { describeObligation } from "./describe-obligation.js";
import type { Amount, Obligation } from "./join-obligations.js";
import { sumMoney } from "../sum-money.js";

/** ObligationView is overdue runs of one client, workflow and change, in words and numbers; null = absent. */
export interface ObligationView {
  readonly workflow: string;
  readonly client: string;
  readonly change: string | null;
  readonly state: RunState;
  readonly title: string;
  readonly detail: string;
  readonly runs: number;
  readonly stores: number;
  readonly expected: number | null;
  readonly oldestDueAt: Date;
  readonly newestDueAt: Date;
  readonly money: Amount[];
  readonly sample: RunView;
}

/** ObligationAnswers is the worst obligations with what was read about each; `expected` runs along `worst`. */
export interface ObligationAnswers {
  readonly worst: readonly Obligation[];
  readonly expected: readonly (number | null)[];
  readonly samples: readonly RunView[];
  readonly registry: TenantRegistry;
  readonly now: Date;
}

/** buildObligationViews keeps the order; a group whose run ended between two statements is left out. */
export function buildObligationViews({ worst, expected, samples, registry, now }: ObligationAnswers): ObligationView[] {
  const places = new Map<string, Map<string, { title: string; regionTitle: string }>>();
  const readPlaces = (client: string) => {
    const known = places.get(client) ?? buildPlaces(registry, client);
    places.set(client, known);
    return known;
  };
  return worst.flatMap((obligation, index) => {
    const { client, workflow, change, oldestRun } = obligation;
    const sample = samples.find((run) => run.client === client && run.workflow === workflow && run.id === oldestRun);
    if (sample === undefined) return [];
    const workflowTitle =
      registry.workflows.find((each) => each.client === client && each.id === workflow)?.title ?? workflow;
    const facts = {
      obligation,
      expected: expected[index] ?? null,
      sample,
      workflowTitle,
      stores: readPlaces(client),
      now,
    };
    return [
      {
        ...{ workflow, client, change: change === "" ? null : change, state: "OVERDUE" as const },
        ...describeObligation(facts),
        ...{ runs: obligation.overdue, stores: obligation.stores.length, expected: facts.expected },
        ...{ oldestDueAt: new Date(obligation.oldestDueMs), newestDueAt: new Date(obligation.newestDueMs) },
        ...{ money: sumMoney(obligation.money), sample },
      },
    ];
  });
}

function buildPlaces(registry: TenantRegistry, client: string): Map<string, { title: string; regionTitle: string }> {
  const regions = new Map(
    registry.regions.filter((region) => region.client === client).map((region) => [region.id, region.title]),
  );
  const stores = registry.stores.filter((store) => store.client === client);
  return new Map(
    stores.map((store) => [store.id, { title: store.title, regionTitle: regions.get(store.region) ?? store.region }]),
  );
}
