import type { EventDocument, EventEntity } from "../../events/event-document.js";
import { afterDark, LONGEST_DARK_MS } from "./after-dark.js";
import type { Incident } from "../incidents/incident.js";
import { renderInstant } from "./render-instant.js";
import type { Scene } from "../scene.js";
import type { SimulatedClient, SimulatedStore } from "../simulation.js";

const MINUTE_MS = 60_000;
const LONGEST_TAIL_MS = 4 * 3_600_000;

const LONGEST_MISSING_MS = 27 * 3_600_000;

/** LONGEST_CHANGE_MS bounds how long after its publication a change reaches its last store: an incident, then a dark store, and one that is dark again. */
export const LONGEST_CHANGE_MS = LONGEST_MISSING_MS + LONGEST_TAIL_MS + 2 * LONGEST_DARK_MS;

/** ChangePlan is a change as a story decided it; `missing` names the incident in which a region does not get it. */
export interface ChangePlan {
  readonly client: SimulatedClient;
  readonly source: string;
  readonly workflow: string;
  readonly change: string;
  readonly entity: Required<EventEntity>;
  readonly stores: readonly SimulatedStore[];
  readonly slot: number;
  readonly targetStory: number;
  readonly publishedMs: number;
  readonly dueMs: number;
  readonly medianMs: number;
  readonly amount: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly missing?: Incident;
}

/** addChange adds the publication of a change and its arrival in each store, as far as they belong to the scene. */
export function addChange(scene: Scene, plan: ChangePlan): void {
  const receivedMs = plan.publishedMs + 120;
  if (scene.wants(receivedMs)) scene.add(receivedMs, buildPublication(plan));
  for (const store of plan.stores) addArrival(scene, plan, store);
}

function addArrival(scene: Scene, plan: ChangePlan, store: SimulatedStore): void {
  const { dice, simulation } = scene;
  dice.start(simulation.seed, plan.targetStory, plan.slot, store.index);
  let appliedMs = plan.publishedMs + Math.round(Math.min(dice.logNormal(plan.medianMs, 0.5), plan.medianMs * 5));
  const tailMs = Math.min(LONGEST_TAIL_MS, Math.round(dice.logNormal(40 * MINUTE_MS, 0.6)));
  if (dice.chance(0.012)) appliedMs += tailMs;
  const hasFailed = dice.chance(0.005);
  const isOutdated = dice.chance(0.003);
  const isCutOff = plan.missing !== undefined && plan.missing.region === store.region;
  if (isCutOff) appliedMs = plan.missing.toMs + Math.round(dice.logNormal(4 * MINUTE_MS, 0.4));
  appliedMs = afterDark(simulation, store.id, appliedMs);
  if (isOutdated && scene.wants(appliedMs + 200))
    scene.add(appliedMs + 200, buildArrival({ plan, store, appliedMs, isOutdated }));
  if (isOutdated) appliedMs = afterDark(simulation, store.id, appliedMs + 22 * MINUTE_MS);
  if (scene.wants(appliedMs + 200))
    scene.add(appliedMs + 200, buildArrival({ plan, store, appliedMs, hasFailed: hasFailed && !isCutOff }));
}

function buildPublication(plan: ChangePlan): EventDocument {
  return {
    id: `${plan.change}:published`,
    kind: "change.published",
    time: renderInstant(plan.publishedMs),
    source: plan.source,
    client: plan.client.id,
    workflow: plan.workflow,
    change: plan.change,
    entity: plan.entity,
    targets: plan.stores.map(({ id }) => ({ store: id })),
    dueAt: renderInstant(plan.dueMs),
    effectiveAt: renderInstant(plan.dueMs),
    money: { amount: plan.amount, currency: plan.client.currency },
    attributes: plan.attributes,
  };
}

function buildArrival(options: {
  plan: ChangePlan;
  store: SimulatedStore;
  appliedMs: number;
  hasFailed?: boolean;
  isOutdated?: boolean;
}): EventDocument {
  const { plan, store, appliedMs, hasFailed = false, isOutdated = false } = options;
  return {
    id: `${plan.change}:${store.id}:${isOutdated ? "outdated" : "applied"}`,
    kind: "change.applied",
    time: renderInstant(appliedMs),
    source: "store-gateway",
    client: plan.client.id,
    store: store.id,
    channel: "pos",
    workflow: plan.workflow,
    change: plan.change,
    target: { store: store.id },
    outcome: hasFailed ? "failed" : "succeeded",
    appliedVersion: isOutdated ? String(Number(plan.entity.version) - 1) : plan.entity.version,
    ...(hasFailed
      ? { error: { class: "label_printer", code: "E17", message: "shelf labels were not printed" } }
      : undefined),
  };
}
