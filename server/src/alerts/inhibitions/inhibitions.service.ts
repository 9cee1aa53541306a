import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import { z } from "zod";
import { coversLimits } from "../../metrics/frozen/covers-limits.js";
import type { Scope } from "../../scope/scope.js";
import { readLimits, writeLimits } from "../audience/read-limits.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { findMatcherFault } from "../contacts/subscriptions.service.js";
import { matchesEmpty, parseLabelMatcher } from "../mute/label-matcher.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import type { NotificationProblem } from "../notification-problem.js";
import { findInhibitionCycle, type InhibitionEnds } from "./find-inhibition-cycle.js";
import { InhibitionRepository, type InhibitionRow } from "./inhibition.repository.js";

const MAX_INHIBITIONS = 200;
const MAX_MATCHERS = 20;
const LABEL = /^[a-z_][a-z0-9_]{0,62}$/;
const NOT_FOUND: NotificationProblem = { code: "NOT_FOUND", message: "There is no such inhibition that you may see." };
const kept = z.array(matcherSchema);

/** InhibitionWish is an inhibition as somebody asks for it; `id` = null makes a new one. */
export interface InhibitionWish {
  readonly id: string | null;
  readonly title: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly equal: readonly string[];
}

/** InhibitionsService keeps which alerts mute which others, within the scope of whoever asks; none may mute itself, alone or with others. */
export class InhibitionsService {
  private readonly inhibitions: InhibitionRepository;

  constructor(private readonly parts: { readonly postgres: Postgres; readonly now: () => Date }) {
    this.inhibitions = new InhibitionRepository(parts.postgres);
  }

  /** list returns the inhibitions that whoever asks sees all of, by title. */
  async list(scope: Scope): Promise<InhibitionRow[]> {
    return (await this.inhibitions.list(scope.tenant)).filter((row) => isVisible(scope, row));
  }

  /** check says why an inhibition may not be saved; undefined = it may. */
  async check(scope: Scope, wish: InhibitionWish): Promise<NotificationProblem | undefined> {
    const all = await this.inhibitions.list(scope.tenant);
    const before = wish.id === null ? undefined : all.find(({ id }) => id === wish.id);
    if (wish.id !== null && (before === undefined || !isVisible(scope, before))) return NOT_FOUND;
    const problem = checkWish(wish) ?? findCircle({ ...wish, id: wish.id ?? "" }, { all, scope });
    if (problem !== undefined) return problem;
    return before === undefined && all.length >= MAX_INHIBITIONS
      ? { code: "TOO_MANY", message: `There are ${MAX_INHIBITIONS} inhibitions: delete some.` }
      : undefined;
  }

  /** save keeps an inhibition, or says what is wrong with it. */
  async save(scope: Scope, wish: InhibitionWish): Promise<InhibitionRow | NotificationProblem> {
    const problem = await this.check(scope, wish);
    if (problem !== undefined) return problem;
    const id = wish.id ?? randomUUID();
    const before = await this.inhibitions.find(scope.tenant, id);
    const [now, read] = [
      this.parts.now(),
      (texts: readonly string[]) => texts.map((text) => ({ ...parseLabelMatcher(text) })),
    ];
    const after = {
      title: wish.title.trim(),
      source: read(wish.source),
      target: read(wish.target),
      equal: [...wish.equal],
    };
    await this.inhibitions.save({
      ...{
        tenant: scope.tenant,
        id,
        ...after,
        limits: writeLimits(scope),
        createdBy: before?.createdBy ?? scope.subjectId,
      },
      ...{ createdAt: before?.createdAt ?? now, changedAt: now },
    });
    await this.record(scope, { action: "save", subject: id, before, after });
    return (await this.inhibitions.find(scope.tenant, id)) ?? NOT_FOUND;
  }

  /** delete takes an inhibition away: what it muted and still fires is told at its next tick. */
  async delete(scope: Scope, id: string): Promise<string | NotificationProblem> {
    const before = await this.inhibitions.find(scope.tenant, id);
    if (before === undefined || !isVisible(scope, before) || !(await this.inhibitions.delete(scope.tenant, id)))
      return NOT_FOUND;
    await this.record(scope, { action: "delete", subject: id, before, after: null });
    return id;
  }

  private record(
    scope: Scope,
    {
      before,
      ...change
    }: {
      readonly action: string;
      readonly subject: string;
      readonly before: InhibitionRow | undefined;
      readonly after: Readonly<Record<string, unknown>> | null;
    },
  ): Promise<void> {
    const was = before === undefined ? null : { ...before };
    const audited = { ...change, kind: "inhibition" as const, before: was };
    return new AuditTrailRepository(this.parts.postgres).record(scope, audited, this.parts.now());
  }
}

function isVisible(scope: Scope, { limits }: InhibitionRow): boolean {
  const read = readLimits(limits);
  return read !== undefined && coversLimits(scope, read);
}

function checkWish({ title, source, target, equal }: InhibitionWish): NotificationProblem | undefined {
  if (title.trim() === "" || title.length > 80)
    return { code: "INVALID_TITLE", message: "A title of 1 to 80 characters is needed.", field: "title" };
  for (const [field, matchers] of Object.entries({ source, target })) {
    const fault = matchers.map(findMatcherFault).find((each) => each !== undefined);
    if (fault !== undefined) return { code: "INVALID_FILTER", message: fault, field };
    if (matchers.length === 0 || matchers.length > MAX_MATCHERS || matchesEmpty(matchers.map(parseLabelMatcher)))
      return { code: "INVALID_FILTER", message: "Each side names at least one label that must be there.", field };
  }
  return equal.length > MAX_MATCHERS || equal.some((label) => !LABEL.test(label))
    ? { code: "INVALID_FILTER", message: "Labels that must be equal are lower-case words.", field: "equal" }
    : undefined;
}

function findCircle(
  wish: InhibitionWish & { readonly id: string },
  { all, scope }: { readonly all: readonly InhibitionRow[]; readonly scope: Scope },
): NotificationProblem | undefined {
  const others = all.filter(({ id }) => id !== wish.id);
  const ends: InhibitionEnds[] = [
    { id: wish.id, source: wish.source.map(parseLabelMatcher), target: wish.target.map(parseLabelMatcher) },
    ...others.map(({ id, source, target }) => ({ id, source: kept.parse(source), target: kept.parse(target) })),
  ];
  const cycle = findInhibitionCycle(ends);
  if (cycle === undefined) return undefined;
  const [code, field] = ["WOULD_MUTE_ITSELF", "target"] as const;
  if (cycle.length === 1)
    return { code, field, message: "What mutes could be what is muted: tell them apart by a label." };
  // What others have set up is named only to whoever may see it.
  const titles = others.filter((row) => cycle.includes(row.id) && isVisible(scope, row)).map(({ title }) => title);
  const which =
    titles.length === cycle.length - 1 ? titles.map((title) => `“${title}”`).join(" and ") : "another inhibition";
  return { code, field, message: `Together with ${which}, alerts would mute each other.` };
}
