import type { TenantRegistry } from "../registry/tenant-registry.js";
import { decideGate } from "./decide/decide-gate.js";
import { decidePromotion, PROMOTION_STATES } from "./decide/decide-promotion.js";
import { renderAction } from "./decide/render-action.js";
import type { ChangeRow, GateRow, TargetRow } from "./promotion-row.js";
import type { PromotionGate, PromotionTarget, PromotionView } from "./promotion-view.js";

/** PromotionSources is what was read of promotions. */
export interface PromotionSources {
  readonly changes: readonly ChangeRow[];
  readonly gates: readonly GateRow[];
  readonly missing: readonly TargetRow[];
  readonly registry: TenantRegistry;
  readonly now: Date;
  /** Which announced promotions are shown: those that start in it. */
  readonly window: { readonly from: Date; readonly to: Date };
}

/** buildPromotions puts promotions together with their gates and what misses them, worst first: late ones, then by their start. */
export function buildPromotions(sources: PromotionSources): PromotionView[] {
  const published = sources.changes.map((change) => buildPublished(change, sources));
  return [...published, ...buildAnnounced(sources)].sort(
    (a, b) =>
      PROMOTION_STATES.indexOf(a.state) - PROMOTION_STATES.indexOf(b.state) ||
      compareStarts(a, b) ||
      (a.change < b.change ? -1 : 1),
  );
}

/** What has gone wrong or is done is listed from the newest on, what is to come from the next on. */
function compareStarts(a: PromotionView, b: PromotionView): number {
  const difference = (a.startsAt?.getTime() ?? Infinity) - (b.startsAt?.getTime() ?? Infinity);
  if (Number.isNaN(difference)) return 0;
  return a.state === "LATE" || a.state === "LIVE" ? -difference : difference;
}

function buildPublished(change: ChangeRow, sources: PromotionSources): PromotionView {
  const { client, startsAtMs, planned, live, failed, money } = change;
  const gates = sources.gates.filter((gate) => isGateOf(gate, change)).map((gate) => buildGate(gate, sources));
  const missing = sources.missing
    .filter((target) => target.client === client && target.change === change.change)
    .map((target) => buildTarget(target, sources));
  return complete(
    {
      ...{ client, change: change.change, planned, live, failed, gates, missing },
      ...{ workflow: change.workflow, version: change.entityVersion === "" ? null : change.entityVersion },
      title: change.title === "" ? change.change : change.title,
      publishedAt: new Date(change.publishedAtMs),
      startsAt: startsAtMs === null ? null : new Date(startsAtMs),
      money: money.filter(([, amount]) => amount !== 0).map(([currency, amount]) => ({ amount, currency })),
    },
    sources.now,
  );
}

/** Promotions that nobody published yet are known from the gates that announce them. */
function buildAnnounced(sources: PromotionSources): PromotionView[] {
  const { gates, changes, window, now } = sources;
  const waiting = gates.filter((gate) => !changes.some((change) => isGateOf(gate, change)));
  const names = [...new Set(waiting.map(nameAnnounced))];
  return names.flatMap((name) => {
    const group = waiting.filter((gate) => nameAnnounced(gate) === name);
    const [first] = group;
    const startsAtMs = Math.max(...group.map(({ launchAt }) => Date.parse(launchAt)).filter((ms) => !Number.isNaN(ms)));
    if (first === undefined || startsAtMs < window.from.getTime() || startsAtMs >= window.to.getTime()) return [];
    const title = group.find((gate) => gate.title !== "")?.title ?? first.entityId;
    return [
      complete(
        {
          ...{ client: first.client, change: first.entityId, workflow: null, version: null, title, publishedAt: null },
          ...{ startsAt: new Date(startsAtMs), planned: 0, live: 0, failed: 0, missing: [], money: [] },
          gates: group.map((gate) => buildGate(gate, sources)),
        },
        now,
      ),
    ];
  });
}

function nameAnnounced({ client, entityId }: GateRow): string {
  return JSON.stringify([client, entityId]);
}

function complete(view: Omit<PromotionView, "state" | "action">, now: Date): PromotionView {
  const { gates, startsAt, planned, live, missing } = view;
  const startsAtMs = startsAt?.getTime() ?? null;
  const state = decidePromotion({ startsAtMs, planned, live, gates: gates.map((gate) => gate.state) }, now.getTime());
  const startsInSeconds = startsAtMs === null ? null : (startsAtMs - now.getTime()) / 1000;
  const names = missing.map(({ title }) => title);
  return { ...view, state, action: renderAction({ state, startsInSeconds, planned, live, gates, missing: names }) };
}

function isGateOf(gate: GateRow, change: ChangeRow): boolean {
  if (gate.client !== change.client) return false;
  if (gate.change !== "") return gate.change === change.change;
  return gate.entityId !== "" && gate.entityType === change.entityType && gate.entityId === change.entityId;
}

function buildGate(gate: GateRow, { registry, now }: PromotionSources): PromotionGate {
  const { client, workflow, run, kind, dueAtMs, finishedAtMs } = gate;
  const workflowTitle = registry.workflows.find((each) => each.client === client && each.id === workflow)?.title;
  const state = decideGate(gate, now.getTime());
  const title =
    kind === "approval"
      ? `Approval of ${gate.title === "" ? "the promotion" : gate.title}`
      : (workflowTitle ?? workflow);
  const readInstant = (ms: number | null) => (ms === null ? null : new Date(ms));
  return {
    client,
    workflow,
    run,
    kind,
    title,
    state,
    dueAt: readInstant(dueAtMs),
    finishedAt: readInstant(finishedAtMs),
  };
}

/** buildTarget names a target and says how it stands. */
export function buildTarget(
  row: TargetRow,
  { registry, now }: Pick<PromotionSources, "registry" | "now">,
): PromotionTarget {
  const { client, store, channel, partner, run, dueAtMs, finishedAtMs, outcome, errorCode, errorMessage } = row;
  const find = (entries: readonly { client: string; id: string; title: string }[], id: string) =>
    id === "" ? [] : [entries.find((entry) => entry.client === client && entry.id === id)?.title ?? id];
  const names = [
    ...find(registry.stores, store),
    ...find(registry.channels, channel),
    ...find(registry.partners, partner),
  ];
  const isLive = outcome === "succeeded";
  const late = dueAtMs !== null && dueAtMs < (finishedAtMs ?? now.getTime());
  const error = [errorCode, errorMessage].filter((text) => text !== "").join(": ");
  return {
    ...{ run, isLate: late, store: store === "" ? null : store },
    title: names.length === 0 ? row.target : names.join(", "),
    state: isLive ? "LIVE" : finishedAtMs !== null ? "FAILED" : row.isOutdated ? "OUTDATED" : "OPEN",
    finishedAt: finishedAtMs === null ? null : new Date(finishedAtMs),
    error: isLive || error === "" ? null : error,
  };
}
