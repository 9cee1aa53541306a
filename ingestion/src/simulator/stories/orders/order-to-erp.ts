import { addException } from "../../tell/add-exception.js";
import { addRun, skipRun, type StepPlan } from "../../tell/add-run.js";
import type { Incident } from "../../incidents/incident.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { buildOrderFields } from "./build-order-fields.js";
import type { OrderFacts } from "./order-facts.js";

const LIMIT_MS = 300_000;
const MINUTE_MS = 60_000;
const STEPS: readonly StepPlan[] = [
  { step: "validate", share: 0.2, from: "order-hub", to: "fraud-check" },
  { step: "reserve-stock", share: 0.35, from: "order-hub", to: "stock-hub" },
  { step: "post-order", share: 0.45, from: "order-hub", to: "erp" },
];
const ERRORS = [
  { class: "erp_timeout", code: "504", message: "the ERP did not answer within 60 s" },
  { class: "validation_failed", code: "422", message: "delivery address is incomplete" },
  { class: "stock_unavailable", code: "409", message: "the last piece was sold in a store" },
] as const;
const OUTAGE = { class: "erp_unavailable", code: "503", message: "the ERP does not accept connections" } as const;

/** Handover says whether and when an order reached the ERP. */
export interface Handover {
  readonly isInErp: boolean;
  readonly atMs: number;
}

/** tellOrderToErp adds the run that brings an order into the ERP. During an outage orders wait for its end, or give up. */
export function tellOrderToErp(scene: Scene, client: SimulatedClient, order: OrderFacts): Handover {
  const { dice, simulation } = scene;
  const slowdown = dice.chance(0.02) ? 8 : 1;
  const plannedMs = order.placedMs + Math.min(40 * MINUTE_MS, Math.round(dice.logNormal(58_000, 0.55) * slowdown));
  const isFaulty = dice.chance(0.014);
  const error = dice.choose(ERRORS);
  const isRetried = dice.chance(0.04);
  const isGivenUp = dice.chance(0.3);
  const waitMs = Math.round(dice.between(1, 18) * MINUTE_MS);
  const outage = simulation.incidents.find("erp-outage", plannedMs, (incident) => incident.client === client.id);
  if (outage !== undefined) return tellOutage({ scene, client, order, outage, isGivenUp, waitMs });
  if (!skipRun(scene, order.placedMs, plannedMs))
    addRun(scene, {
      ...buildPlan(client, order),
      finishedMs: plannedMs,
      outcome: isFaulty ? "failed" : "succeeded",
      attempts: isFaulty ? 3 : isRetried ? 2 : 1,
      ...(isFaulty ? { error } : undefined),
    });
  return { isInErp: !isFaulty, atMs: plannedMs };
}

function tellOutage(options: {
  scene: Scene;
  client: SimulatedClient;
  order: OrderFacts;
  outage: Incident;
  isGivenUp: boolean;
  waitMs: number;
}): Handover {
  const { scene, client, order, outage, isGivenUp, waitMs } = options;
  const finishedMs = isGivenUp ? Math.max(order.placedMs, outage.fromMs) + 12 * MINUTE_MS : outage.toMs + waitMs;
  addRun(scene, {
    ...buildPlan(client, order),
    finishedMs,
    outcome: isGivenUp ? "dead_lettered" : "succeeded",
    attempts: isGivenUp ? 5 : 3 + (waitMs % 3),
    ...(isGivenUp ? { error: OUTAGE } : undefined),
  });
  if (isGivenUp)
    addException(scene, {
      common: buildOrderFields(client, order, "order-hub"),
      exception: `EX-ERP-${order.id}`,
      class: "order_not_in_erp",
      message: OUTAGE.message,
      raisedMs: finishedMs + 2_000,
      resolvedMs: outage.toMs + 30 * MINUTE_MS + waitMs * 4,
      cause: outage.title,
      resolution: "entered again after the outage",
      more: {
        workflow: "order-to-erp",
        run: order.id,
        entity: { type: "order", id: order.id },
        money: { amount: order.amount, currency: client.currency },
        partnerImpact: order.partner === "" ? 0.1 : 0.6,
      },
    });
  return { isInErp: !isGivenUp, atMs: finishedMs };
}

function buildPlan(client: SimulatedClient, order: OrderFacts) {
  return {
    common: buildOrderFields(client, order, "order-hub"),
    workflow: "order-to-erp",
    run: order.id,
    startedMs: order.placedMs,
    dueMs: order.placedMs + LIMIT_MS,
    more: { entity: { type: "order", id: order.id }, money: { amount: order.amount, currency: client.currency } },
    steps: STEPS,
  } as const;
}
