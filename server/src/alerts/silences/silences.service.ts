import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import type { Scope } from "../../scope/scope.js";
import { readLimits, writeLimits } from "../audience/read-limits.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { findMatcherFault } from "../contacts/subscriptions.service.js";
import { coversLimits } from "../../metrics/frozen/covers-limits.js";
import { matchesEmpty, parseLabelMatcher } from "../mute/label-matcher.js";
import type { NotificationProblem } from "../notification-problem.js";
import { SilenceRepository, type SilenceRow } from "./silence.repository.js";

const DAY_MS = 86_400_000;
const MAX_DAYS = 30;
const MAX_MATCHERS = 20;
const MAX_COMMENT = 1_000;

/** SilenceWish is a silence as somebody asks for it; `replaces` is ended when this one begins to be kept. */
export interface SilenceWish {
  readonly matchers: readonly string[];
  readonly startsAt: Date | null;
  readonly endsAt: Date;
  readonly comment: string;
  readonly replaces: string | null;
}

/** SilencesService mutes notifications for a while, within the scope of whoever asks: never wider, whatever the matchers say. */
export class SilencesService {
  private readonly silences: SilenceRepository;

  constructor(private readonly parts: { readonly postgres: Postgres; readonly now: () => Date }) {
    this.silences = new SilenceRepository(parts.postgres);
  }

  /** list returns silences that ended in the last `sinceDays` or go on, as far as whoever asks sees all that they mute. */
  async list(scope: Scope, sinceDays = 7): Promise<SilenceRow[]> {
    const since = new Date(this.parts.now().getTime() - sinceDays * DAY_MS);
    return (await this.silences.list(scope.tenant, since)).filter((row) => isVisible(scope, row));
  }

  /** create keeps a silence, or says what is wrong with it. */
  async create(scope: Scope, wish: SilenceWish): Promise<SilenceRow | NotificationProblem> {
    const now = this.parts.now();
    const problem = checkSilence(wish, now);
    if (problem !== undefined) return problem;
    const id = randomUUID();
    const after = {
      matchers: wish.matchers.map((text) => ({ ...parseLabelMatcher(text) })),
      comment: wish.comment.trim(),
    };
    if (wish.replaces !== null) {
      const ended = await this.expire(scope, wish.replaces);
      if ("code" in ended) return ended;
    }
    await this.silences.add({
      ...{ tenant: scope.tenant, id, ...after, limits: writeLimits(scope), replaces: wish.replaces },
      ...{ startsAt: wish.startsAt ?? now, endsAt: wish.endsAt, createdBy: scope.subjectId, createdAt: now },
    });
    await this.record(scope, "create", id, { ...after, endsAt: wish.endsAt.toISOString() });
    return (await this.silences.find(scope.tenant, id)) ?? NOT_FOUND;
  }

  /** expire ends a silence now: whoever made it may, and whoever sees all that it mutes. */
  async expire(scope: Scope, id: string): Promise<SilenceRow | NotificationProblem> {
    const found = await this.silences.find(scope.tenant, id);
    if (found === undefined || !isVisible(scope, found)) return NOT_FOUND;
    if (!(await this.silences.expire(scope.tenant, id, this.parts.now())))
      return { code: "INVALID_TIME", message: "It has ended already." };
    await this.record(scope, "expire", id, {});
    return (await this.silences.find(scope.tenant, id)) ?? NOT_FOUND;
  }

  private record(scope: Scope, action: string, subject: string, after: Record<string, unknown>): Promise<void> {
    const change = { action, kind: "silence" as const, subject, after };
    return new AuditTrailRepository(this.parts.postgres).record(scope, change, this.parts.now());
  }
}

const NOT_FOUND: NotificationProblem = { code: "NOT_FOUND", message: "There is no such silence that you may see." };

function isVisible(scope: Scope, { limits, createdBy }: SilenceRow): boolean {
  const read = readLimits(limits);
  return createdBy === scope.subjectId || (read !== undefined && coversLimits(scope, read));
}

function checkSilence(
  { matchers, startsAt, endsAt, comment }: SilenceWish,
  now: Date,
): NotificationProblem | undefined {
  const fault = matchers.map(findMatcherFault).find((each) => each !== undefined);
  if (fault !== undefined) return { code: "INVALID_FILTER", message: fault };
  if (matchers.length === 0 || matchers.length > MAX_MATCHERS || matchesEmpty(matchers.map(parseLabelMatcher)))
    return { code: "INVALID_FILTER", message: "It would mute everything: name at least one label that must be there." };
  const from = startsAt ?? now;
  const isOrdered = endsAt > from && endsAt > now;
  if (!isOrdered || endsAt.getTime() - Math.max(from.getTime(), now.getTime()) > MAX_DAYS * DAY_MS)
    return { code: "INVALID_TIME", message: `It must end after it starts, at most ${MAX_DAYS} days later.` };
  if (comment.trim() === "" || comment.length > MAX_COMMENT)
    return { code: "COMMENT_MISSING", message: "Say why, in at most 1,000 characters." };
  return undefined;
}
