import type { Scope } from "../../scope/scope.js";
import type { Budget } from "../scoring/choose-thresholds.js";
import type { ScoringProgressRepository } from "../scoring/scoring-progress.repository.js";
import { WATCHED_CLASSES } from "../scoring/watched-series.js";
import { checkBudget, type BudgetRefusal } from "./check-budget.js";
import { isWholeTenant } from "./is-whole-tenant.js";
import type { WatchedClassView } from "./watched-class-view.js";

/** BudgetsService answers what is watched, and changes what it may raise. */
export class BudgetsService {
  constructor(private readonly parts: { progress: ScoringProgressRepository; now: () => Date }) {}

  /** list returns every class that is watched. How much was seen and raised is of all clients: it is for whoever sees them all. */
  async list(scope: Scope): Promise<WatchedClassView[]> {
    const { progress } = this.parts;
    const { tenant } = scope;
    const isWhole = isWholeTenant(scope);
    const [findBudget, thresholds] = await Promise.all([
      progress.findBudgets(tenant),
      progress.listNewestThresholds(tenant),
    ]);
    return WATCHED_CLASSES.map(({ id, metric, grouping }) => {
      const { listPerWeek, notifyPerWeek } = findBudget(id);
      const chosen = thresholds.get(id);
      return {
        ...{ id, metric, dimensions: grouping.dimensions, listPerWeek, notifyPerWeek },
        ...{ listThreshold: chosen?.list ?? null, notifyThreshold: chosen?.notify ?? null },
        ...{ isLearned: chosen?.isLearned ?? false, effectiveFrom: chosen?.effectiveFrom ?? null },
        seriesWeeks: isWhole ? (chosen?.seriesWeeks ?? null) : null,
        reachedListPerWeek: isWhole ? (chosen?.listPerWeek ?? null) : null,
        reachedNotifyPerWeek: isWhole ? (chosen?.notifyPerWeek ?? null) : null,
      };
    });
  }

  /** set changes what a class may raise from the next thresholds on, or says why not. Whoever asks must be an administrator. */
  async set(scope: Scope, id: string, budget: Budget): Promise<WatchedClassView | BudgetRefusal> {
    const refusal = checkBudget(id, budget);
    if (refusal !== undefined) return refusal;
    const changed = { changedBy: scope.subjectId, changedAt: this.parts.now() };
    await this.parts.progress.setBudget(scope.tenant, { class: id, ...budget, ...changed });
    const found = (await this.list(scope)).find((each) => each.id === id);
    if (found === undefined) throw new Error(`${id} is watched and not listed.`);
    return found;
  }
}
