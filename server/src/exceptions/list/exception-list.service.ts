import { countPage } from "../../graphql/count-page.js";
import type { FigureSettingsService } from "../../metrics/settings/figure-settings.service.js";
import { buildAssumptions, type MetricAssumptions } from "../../metrics/settings/metric-assumptions.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Reach } from "../../scope/reach.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { checkExceptionQuestion, type ExceptionQuestion, type ExceptionRefusal } from "./check-exception-question.js";
import {
  compileAlike,
  compileExceptionClasses,
  compileExceptionCount,
  compileExceptionPage,
} from "./compile-exceptions.js";
import { renderExceptionCursor } from "./exception-cursor.js";
import type { ExceptionFilter } from "./exception-filter.js";
import type { ExceptionListRepository } from "./exception-list.repository.js";
import type { ExceptionClassTotal, RankedException } from "./ranked-exception.js";
import { shapeClasses, shapeRanked, type AlikeRow, type ClassRow, type RankedRow } from "./shape-exceptions.js";

/** ExceptionPage is one page of exceptions; what counts all of them is asked only when somebody wants it. */
export interface ExceptionPage {
  readonly nodes: readonly RankedException[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly asOf: Date;
  readonly count: () => Promise<number>;
  readonly findClasses: () => Promise<ExceptionClassTotal[]>;
}

/** ExceptionListService answers which exceptions there are within a scope, how bad each is, and why. */
export class ExceptionListService {
  constructor(
    private readonly parts: {
      repository: ExceptionListRepository;
      registry: RegistryService;
      settings: Pick<FigureSettingsService, "findAssumptions">;
      now: () => Date;
    },
  ) {}

  /** list returns one page of exceptions, or what is wrong with the request. */
  async list(
    scope: Scope,
    request: { filter: ExceptionFilter; first?: number | null | undefined; after?: string | null | undefined },
  ): Promise<{ page: ExceptionPage } | { refusal: ExceptionRefusal }> {
    const checked = checkExceptionQuestion(request, this.parts.now());
    if ("refusal" in checked) return checked;
    const { question } = checked;
    const { repository, registry, settings } = this.parts;
    const reach = await resolveReach(registry, scope, question.filter.scope);
    const assumptions = buildAssumptions(await settings.findAssumptions(scope), question.asOf);
    const rows = await repository.run<RankedRow>(compileExceptionPage(reach, question, assumptions));
    const shown = rows.slice(0, question.first);
    const hasNextPage = rows.length > question.first;
    return {
      page: {
        nodes: await this.shape(reach, { shown, question, assumptions }),
        pageInfo: { endCursor: renderCursorOf(shown.at(-1), question), hasNextPage },
        asOf: question.asOf,
        count: () =>
          countPage({ isFirst: question.after === undefined, hasNextPage, shown }, async () => {
            const [row] = await repository.run<{ total: number }>(compileExceptionCount(reach, question));
            return row?.total ?? 0;
          }),
        findClasses: async () => shapeClasses(await repository.run<ClassRow>(compileExceptionClasses(reach, question))),
      },
    };
  }

  private async shape(
    reach: Reach,
    of: { shown: readonly RankedRow[]; question: ExceptionQuestion; assumptions: MetricAssumptions },
  ): Promise<RankedException[]> {
    const { shown, assumptions } = of;
    const { asOf } = of.question;
    if (shown.length === 0) return [];
    const classes = [...new Set(shown.map((row) => row.class))];
    const alike = await this.parts.repository.run<AlikeRow>(compileAlike(reach, { classes, asOf }));
    return shapeRanked(shown, { alike, assumptions, asOf });
  }
}

function renderCursorOf(row: RankedRow | undefined, { order, asOf }: ExceptionQuestion): string | null {
  if (row === undefined) return null;
  return renderExceptionCursor({
    order,
    at: row.orderKey,
    client: row.client,
    exception: row.id,
    asOfMs: asOf.getTime(),
  });
}
