import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace } from "../audience/alert-place.js";
import { buildMatchLabels } from "../audience/choose-audience.js";
import { loadRegionOf } from "../audience/is-within-scope.js";
import { readLimits } from "../audience/read-limits.js";
import { findMatcherFault } from "../contacts/subscriptions.service.js";
import { matchesEmpty, parseLabelMatcher } from "../mute/label-matcher.js";
import type { NotificationProblem } from "../notification-problem.js";
import { listActiveInstances, type ActiveInstance } from "./list-active-instances.js";
import { listMuted } from "./list-muted.js";
import { readMatchers } from "./read-matchers.js";
import type { SilenceRow } from "./silence.repository.js";

const MAX_VALUES = 100;

/** SilencePreview is what a silence would mute now. */
export interface SilencePreview {
  readonly firing: readonly ActiveInstance[];
  readonly pending: readonly ActiveInstance[];
}

/** LabelChoice is a label that alerts have now, with the values it takes. */
export interface LabelChoice {
  readonly name: string;
  readonly values: readonly string[];
}

/** SilencePreviewService says what silences are about at this moment, within the scope of whoever asks. */
export class SilencePreviewService {
  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly now: () => Date;
    },
  ) {}

  /** preview returns what matchers would mute, or what is wrong with them. */
  async preview(scope: Scope, matchers: readonly string[]): Promise<SilencePreview | NotificationProblem> {
    const fault = matchers.map(findMatcherFault).find((each) => each !== undefined);
    if (fault !== undefined) return { code: "INVALID_FILTER", message: fault };
    const read = matchers.map(parseLabelMatcher);
    if (matchesEmpty(read))
      return {
        code: "INVALID_FILTER",
        message: "It would mute everything: name at least one label that must be there.",
      };
    const { instances, regionOf } = await this.load(scope.tenant);
    const muted = listMuted(instances, { matchers: read, limits: scope, regionOf });
    return { firing: muted.filter(({ isFiring }) => isFiring), pending: muted.filter(({ isFiring }) => !isFiring) };
  }

  /** countFiring returns how many firing instances within the scope each silence that is in force is about now, by its id. */
  async countFiring(scope: Scope, rows: readonly SilenceRow[]): Promise<Map<string, number>> {
    const now = this.parts.now();
    const active = rows.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now);
    if (active.length === 0) return new Map();
    const { instances, regionOf } = await this.load(scope.tenant);
    const firing = instances.filter(({ isFiring, subject }) => isFiring && coversPlace(scope, subject.place, regionOf));
    return new Map(
      active.map((row) => {
        const limits = readLimits(row.limits);
        const matchers = readMatchers(row.matchers);
        const isRead = limits !== undefined && matchers !== undefined;
        return [row.id, isRead ? listMuted(firing, { matchers, limits, regionOf }).length : 0];
      }),
    );
  }

  /** listLabels returns the labels of what fires or may soon, within the scope, by name. */
  async listLabels(scope: Scope): Promise<LabelChoice[]> {
    const { instances, regionOf } = await this.load(scope.tenant);
    const values = new Map<string, Set<string>>();
    for (const { subject } of instances.filter(({ subject: { place } }) => coversPlace(scope, place, regionOf)))
      for (const [name, value] of Object.entries(buildMatchLabels(subject)))
        if (value !== "") values.set(name, (values.get(name) ?? new Set()).add(value));
    return [...values]
      .map(([name, of]) => ({ name, values: [...of].sort().slice(0, MAX_VALUES) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  private async load(tenant: string) {
    const [instances, regionOf] = await Promise.all([
      listActiveInstances(this.parts.postgres, tenant),
      loadRegionOf(this.parts.registry, tenant),
    ]);
    return { instances, regionOf };
  }
}
