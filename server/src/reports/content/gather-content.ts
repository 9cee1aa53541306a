import type { Postgres } from "@watchfloor/sql";
import { BrandingRepository } from "../../branding/branding.repository.js";
import { OWN_BRANDING } from "../../branding/branding.js";
import type { MetricAnswer } from "../../metrics/execution/metric-answer.js";
import type { FrozenRow } from "../../metrics/frozen/frozen-figures.repository.js";
import type { FrozenFiguresService } from "../../metrics/frozen/frozen-figures.service.js";
import type { MetricQuestion } from "../../metrics/query/metric-query.js";
import { buildComparisonRange } from "../../metrics/query/build-comparison-range.js";
import type { FigureSettingsService } from "../../metrics/settings/figure-settings.service.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { isPlaceVisible } from "../../sla/choose-visible-book.js";
import type { ReportTerms } from "../wish/check-report-wish.js";
import type { BreachRepository } from "./breach.repository.js";
import { describeLimits } from "./describe-limits.js";
import type { ReportContent } from "./report-content.js";
import {
  buildReportQuestions,
  REPORT_SECTIONS,
  REPORT_STEPS,
  SECTION_TITLES,
  type ReportSection,
} from "./report-questions.js";
import { shapeContent } from "./shape-content.js";

/** MAX_BREACHES_LISTED: evidence people can read; all of them are counted. */
export const MAX_BREACHES_LISTED = 50;

/** ContentParts is what a report is gathered from. */
export interface ContentParts {
  readonly postgres: Postgres;
  readonly registry: RegistryService;
  readonly frozen: FrozenFiguresService;
  readonly settings: FigureSettingsService;
  readonly breaches: BreachRepository;
}

/** GatheredContent is what a report says, and the frozen figures it says it by; they are kept together with it. */
export interface GatheredContent {
  readonly content: ReportContent;
  readonly figures: readonly FrozenRow[];
}

/** ContentFailure is a report that cannot be gathered, in words for people. */
export class ContentFailure extends Error {}

/**
 * gatherContent asks everything a report says within a scope that is narrowed to its client, as of one instant. `onStep` is told what is done
 * next and may stop the work by throwing. Rejects with a `ContentFailure` or a `ClickHouseFailure`.
 */
export async function gatherContent(
  parts: ContentParts,
  asked: { scope: Scope; terms: ReportTerms; madeAt: Date },
  onStep: (words: string, share: number) => Promise<void>,
): Promise<GatheredContent> {
  const { terms, madeAt } = asked;
  const asOf = new Date(Math.min(terms.to.getTime(), madeAt.getTime()));
  const earlier = await findEarlier(parts, asked, asOf);
  const questions = buildReportQuestions({ ...terms, to: asOf, earlier });
  const figures = new Map<ReportSection, { row: FrozenRow; answer: MetricAnswer }>();
  for (const [place, { words, sections }] of REPORT_STEPS.entries()) {
    await onStep(words, place / (REPORT_STEPS.length + 1));
    // What is asked for in one turn shares its scans.
    const found = await Promise.all(
      sections.map((section) => freeze(parts.frozen, asked, section, questions[section])),
    );
    sections.forEach((section, index) => {
      const one = found[index];
      if (one !== undefined) figures.set(section, one);
    });
  }
  await onStep("Breaches with evidence", REPORT_STEPS.length / (REPORT_STEPS.length + 1));
  const content = await shapeGathered(parts, asked, {
    ...{ asOf, earlier },
    answers: readAnswers(figures),
  });
  return { content, figures: REPORT_SECTIONS.flatMap((section) => figures.get(section)?.row ?? []) };
}

async function freeze(
  frozen: FrozenFiguresService,
  { scope, terms }: { scope: Scope; terms: ReportTerms },
  section: ReportSection,
  question: MetricQuestion,
): Promise<{ row: FrozenRow; answer: MetricAnswer }> {
  const title = `${SECTION_TITLES[section]}, report on ${terms.client}`.slice(0, 200);
  const prepared = await frozen.prepare(scope, title, question);
  if ("code" in prepared) throw new ContentFailure(`${SECTION_TITLES[section]}: ${prepared.message}`);
  return { row: prepared.row, answer: prepared.figure.answer };
}

/** A period that is still running is compared with as much of the one before. */
async function findEarlier(
  { settings }: ContentParts,
  { scope, terms }: { scope: Scope; terms: ReportTerms },
  asOf: Date,
): Promise<{ from: Date; to: Date }> {
  const calendar = terms.calendar === "RETAIL" ? await settings.findCalendar(scope, terms.client) : undefined;
  const range = buildComparisonRange("PREVIOUS_PERIOD", { ...terms, asOf }, terms.timeZone, calendar);
  return { from: range.from, to: range.asOf };
}

function readAnswers(
  figures: ReadonlyMap<ReportSection, { answer: MetricAnswer }>,
): Record<ReportSection, MetricAnswer> {
  const entries = REPORT_SECTIONS.map((section) => {
    const answer = figures.get(section)?.answer;
    if (answer === undefined) throw new Error(`The report has no answer for ${section}.`);
    return [section, answer] as const;
  });
  // NOTE: `fromEntries` forgets which names there are.
  return Object.fromEntries(entries) as Record<ReportSection, MetricAnswer>;
}

async function shapeGathered(
  { postgres, registry, breaches }: ContentParts,
  { scope, terms, madeAt }: { scope: Scope; terms: ReportTerms; madeAt: Date },
  gathered: { asOf: Date; earlier: { from: Date; to: Date }; answers: Record<ReportSection, MetricAnswer> },
): Promise<ReportContent> {
  const reach = await resolveReach(registry, scope, { clients: [terms.client] });
  const range = { from: terms.from, asOf: gathered.asOf, limit: MAX_BREACHES_LISTED };
  const [worst, visible, book, tenant, branding] = await Promise.all([
    breaches.list(reach, range),
    registry.findVisible(scope),
    registry.findSlaBook(scope.tenant),
    registry.findTenant(scope),
    new BrandingRepository(postgres).find(scope.tenant),
  ]);
  return shapeContent({
    ...gathered,
    ...{ terms, madeAt, registry: visible, breaches: worst },
    tenantTitle: tenant?.title ?? scope.tenant,
    brand: branding ?? { ...OWN_BRANDING, productName: tenant?.title ?? scope.tenant },
    limitWords: describeLimits(scope, visible),
    policies: book.policies.filter((policy) => isPlaceVisible(policy, scope, visible)),
  });
}
