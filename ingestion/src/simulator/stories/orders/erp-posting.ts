import type { EventMoney } from "../../../events/event-document.js";
import { addException, type ExceptionPlan } from "../../tell/add-exception.js";
import { addRun, skipRun } from "../../tell/add-run.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { buildOrderFields } from "./build-order-fields.js";
import type { OrderFacts } from "./order-facts.js";

const LIMIT_MS = 4 * 3_600_000;
const MINUTE_MS = 60_000;
const ERROR = { class: "posting_rejected", code: "F5-702", message: "the period or the account is closed" } as const;

/** tellErpPosting adds the posting of an order's revenue. In a posting backlog everything waits until it is worked off. */
export function tellErpPosting(scene: Scene, client: SimulatedClient, order: OrderFacts, startedMs: number): void {
  const { dice, simulation } = scene;
  let finishedMs = startedMs + Math.min(3 * LIMIT_MS, Math.round(dice.logNormal(34 * MINUTE_MS, 0.55)));
  const isRejected = dice.chance(0.008);
  const waitMs = Math.round(dice.between(2, 100) * MINUTE_MS);
  const repairMs = Math.min(16 * 3_600_000, Math.round(dice.logNormal(200 * MINUTE_MS, 0.7)));
  const backlog = simulation.incidents.find("posting-backlog", finishedMs, (incident) => incident.client === client.id);
  if (backlog !== undefined) finishedMs = backlog.toMs + waitMs;
  const knownUntilMs = finishedMs + (isRejected ? repairMs + 3_000 : 0);
  if (skipRun(scene, startedMs, knownUntilMs)) return;
  const common = buildOrderFields(client, order, "erp");
  const money = { amount: order.amount, currency: client.currency };
  const run = `FI-${order.id}`;
  addRun(scene, {
    common,
    workflow: "erp-posting",
    run,
    startedMs,
    finishedMs,
    dueMs: startedMs + LIMIT_MS,
    outcome: isRejected ? "failed" : "succeeded",
    attempts: isRejected ? 2 : 1,
    ...(isRejected ? { error: ERROR } : undefined),
    more: { entity: { type: "order", id: order.id }, money },
  });
  if (isRejected) addException(scene, { common, ...buildRejection({ run, finishedMs, repairMs, money }) });
}

function buildRejection(options: {
  run: string;
  finishedMs: number;
  repairMs: number;
  money: EventMoney;
}): Omit<ExceptionPlan, "common"> {
  const { run, finishedMs, repairMs, money } = options;
  return {
    exception: `EX-${run}`,
    class: "posting_rejected",
    message: ERROR.message,
    raisedMs: finishedMs + 3_000,
    resolvedMs: finishedMs + repairMs,
    cause: "master data",
    resolution: "posted by hand",
    more: { workflow: "erp-posting", run, money, compliance: 0.7 },
  };
}
