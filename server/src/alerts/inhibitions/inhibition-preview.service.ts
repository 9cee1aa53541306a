import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { buildMatchLabels } from "../audience/choose-audience.js";
import { listSeenFiring, type SeenFiring } from "../incidents/list-seen-firing.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { matchesAll, parseLabelMatcher } from "../mute/label-matcher.js";
import type { NotificationProblem } from "../notification-problem.js";
import { findMutingSource } from "./find-muting-source.js";
import type { InhibitionRow } from "./inhibition.repository.js";
import type { InhibitionsService, InhibitionWish } from "./inhibitions.service.js";
import { readInhibition, type ReadInhibition } from "./read-inhibition.js";

/** InhibitionPreview is what an inhibition would do now: how much is on either side, and what it would mute. */
export interface InhibitionPreview {
  readonly sources: number;
  readonly targets: number;
  readonly muted: readonly FiringAlert[];
  /** titles are what the rules are called, by their id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** InhibitionPreviewService says what inhibitions do at this moment, within the scope of whoever asks. */
export class InhibitionPreviewService {
  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly inhibitions: Pick<InhibitionsService, "check">;
    },
  ) {}

  /** preview returns what an inhibition would do now, or why it would be refused. */
  async preview(scope: Scope, wish: InhibitionWish): Promise<InhibitionPreview | NotificationProblem> {
    const problem = await this.parts.inhibitions.check(scope, wish);
    if (problem !== undefined) return problem;
    const seen = await listSeenFiring(this.parts, scope);
    const [source, target] = [wish.source.map(parseLabelMatcher), wish.target.map(parseLabelMatcher)];
    const count = (matchers: typeof source): number =>
      seen.firing.filter((alert) => matchesAll(matchers, buildMatchLabels(alert))).length;
    const muted = listMuted({ source, target, equal: wish.equal, limits: scope }, seen);
    return { sources: count(source), targets: count(target), muted, titles: seen.titles };
  }

  /** countMuted returns how many alerts within the scope each inhibition mutes now, by its id. */
  async countMuted(scope: Scope, rows: readonly InhibitionRow[]): Promise<Map<string, number>> {
    if (rows.length === 0) return new Map();
    const seen = await listSeenFiring(this.parts, scope);
    return new Map(
      rows.map((row) => {
        const read = readInhibition(row);
        return [row.id, read === undefined ? 0 : listMuted(read, seen).length];
      }),
    );
  }
}

function listMuted(inhibition: ReadInhibition, seen: SeenFiring): readonly FiringAlert[] {
  return seen.firing.filter((target) => findMutingSource(inhibition, target, seen) !== undefined);
}
