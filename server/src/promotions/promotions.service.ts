import type { RegistryService } from "../registry/registry.service.js";
import type { ReachFilter } from "../scope/reach.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { Scope } from "../scope/scope.js";
import { buildPromotions, buildTarget } from "./build-promotions.js";
import { MAX_TARGETS, PromotionRepository, type ChangeKey, type PromotionWindow } from "./promotion.repository.js";
import type { PromotionTarget, PromotionView } from "./promotion-view.js";

const DAY_MS = 86_400_000;
const DAYS_BACK = 3;
const DAYS_AHEAD = 14;
const MAX_DAYS = 100;
const NAMES_SHOWN = 5;

/** PromotionsRefusal says what is wrong with a question. */
export interface PromotionsRefusal {
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** PromotionDetail is a promotion with every target. */
export interface PromotionDetail {
  readonly promotion: PromotionView;
  readonly targets: readonly PromotionTarget[];
}

/** PromotionsService answers which promotions launch, whether they are ready, and what misses them, within a scope. */
export class PromotionsService {
  constructor(
    private readonly parts: { repository: PromotionRepository; registry: RegistryService; now: () => Date },
  ) {}

  /** list returns the promotions that start in a range: from three days ago to two weeks ahead unless told. */
  async list(
    scope: Scope,
    asked: { filter: ReachFilter | null; from: Date | null; to: Date | null },
  ): Promise<{ promotions: PromotionView[] } | { refusal: PromotionsRefusal }> {
    const now = this.parts.now();
    const from = asked.from ?? new Date((asked.to ?? now).getTime() - DAYS_BACK * DAY_MS);
    const to = asked.to ?? new Date(Math.max(now.getTime(), from.getTime()) + DAYS_AHEAD * DAY_MS);
    if (from >= to) return refuse("from", "from is not before to.", "Ask for a later to.");
    if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS)
      return refuse("from", `The range is longer than ${MAX_DAYS} days.`, "Ask for less.");
    return { promotions: await this.read(scope, { window: { from, to, now }, filter: asked.filter }) };
  }

  /** find returns one promotion with its targets, those that miss it first; undefined when there is none within the scope. */
  async find(scope: Scope, key: ChangeKey): Promise<PromotionDetail | undefined> {
    const now = this.parts.now();
    const span = MAX_DAYS * DAY_MS;
    const window = { from: new Date(now.getTime() - span), to: new Date(now.getTime() + span), now };
    const filter = { clients: [key.client] };
    const found = await this.read(scope, { window, filter, only: key });
    const promotion = found.find(({ client, change }) => client === key.client && change === key.change);
    if (promotion === undefined) return undefined;
    const reach = await resolveReach(this.parts.registry, scope, filter);
    const asked = { changes: [key], now, isMissingOnly: false, perChange: MAX_TARGETS };
    const rows = await this.parts.repository.listTargets(reach, asked);
    const registry = await this.parts.registry.findVisible(scope);
    return { promotion, targets: rows.map((row) => buildTarget(row, { registry, now })) };
  }

  private async read(
    scope: Scope,
    { window, filter, only }: { window: PromotionWindow; filter: ReachFilter | null; only?: ChangeKey },
  ): Promise<PromotionView[]> {
    const { repository, registry } = this.parts;
    const reach = await resolveReach(registry, scope, filter);
    const changes = await repository.listChanges(reach, window, only);
    const asked = { changes, now: window.now, isMissingOnly: true, perChange: NAMES_SHOWN };
    const [gates, missing, visible] = await Promise.all([
      repository.listGates(reach, window, changes),
      repository.listTargets(reach, asked),
      registry.findVisible(scope),
    ]);
    return buildPromotions({ changes, gates, missing, registry: visible, now: window.now, window });
  }
}

function refuse(field: string, message: string, remedy: string): { refusal: PromotionsRefusal } {
  return { refusal: { field, message, remedy } };
}
