import { countPage } from "../graphql/count-page.js";
import type { RegistryService } from "../registry/registry.service.js";
import { resolveReach } from "../scope/resolve-reach.js";
import type { ReachFilter } from "../scope/reach.js";
import type { Scope } from "../scope/scope.js";
import { maySeePayloads } from "./may-see-payloads.js";
import { readRejectedEventCursor, renderRejectedEventCursor } from "./rejected-event-cursor.js";
import type { RejectedEventRepository, RejectedReasonCount } from "./rejected-event.repository.js";
import type { RejectedEventView } from "./rejected-event-view.js";

const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;
const DEFAULT_RANGE_MS = 30 * 86_400_000;

/** RejectedEventFilter narrows refused events; the range is on their reception, the last 30 days unless told. */
export interface RejectedEventFilter {
  readonly scope?: ReachFilter | null | undefined;
  readonly reasons?: readonly string[] | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

/** RejectedEventPage is one page of refused events, newest first. */
export interface RejectedEventPage {
  readonly nodes: readonly RejectedEventView[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  /** count counts all of the filter. */
  readonly count: () => Promise<number>;
  /** countByReason counts them by reason and source. */
  readonly countByReason: () => Promise<RejectedReasonCount[]>;
}

/** RejectedEventAnswer is a page, or which argument cannot be used. */
export type RejectedEventAnswer =
  | { readonly page: RejectedEventPage }
  | { readonly refusal: { readonly field: string; readonly message: string; readonly remedy: string } };

/** RejectedEventsService answers which events are refused, within a scope. */
export class RejectedEventsService {
  constructor(
    private readonly parts: { repository: RejectedEventRepository; registry: RegistryService; now: () => Date },
  ) {}

  /** list returns a page. Payloads are only for those who may see them. */
  async list(
    scope: Scope,
    asked: { filter?: RejectedEventFilter | null; first?: number | null; after?: string | null },
  ): Promise<RejectedEventAnswer> {
    const { filter, first: wished, after: text } = asked;
    const first = wished ?? DEFAULT_FIRST;
    if (first < 1 || first > MAX_FIRST) return refuse("first", `first is ${first}.`, `Ask for 1 to ${MAX_FIRST}.`);
    const after = text == null ? undefined : readRejectedEventCursor(text);
    if (text != null && after === undefined)
      return refuse("after", "after is no cursor.", "Send an endCursor of a page before.");
    const question = this.buildQuestion(filter);
    if (question.from >= question.to)
      return refuse("filter.to", "The range ends before it begins.", "Let `from` be before `to`.");
    const { repository, registry } = this.parts;
    const reach = await resolveReach(registry, scope, filter?.scope);
    const found = await repository.find(reach, question, {
      limit: first + 1,
      after,
      hasPayload: maySeePayloads(scope),
    });
    const shown = found.slice(0, first);
    const last = shown.at(-1);
    const hasNextPage = found.length > first;
    return {
      page: {
        nodes: shown.map(({ view }) => view),
        pageInfo: {
          endCursor: last === undefined ? null : renderRejectedEventCursor(last),
          hasNextPage,
        },
        count: () =>
          countPage({ isFirst: after === undefined, hasNextPage, shown }, () => repository.count(reach, question)),
        countByReason: () => repository.countByReason(reach, question),
      },
    };
  }

  private buildQuestion(filter: RejectedEventFilter | null | undefined) {
    const to = filter?.to ?? new Date(this.parts.now().getTime() + 1);
    const from = filter?.from ?? new Date(to.getTime() - DEFAULT_RANGE_MS);
    return { from, to, reasons: filter?.reasons?.map((reason) => reason.toLowerCase()) };
  }
}

function refuse(field: string, message: string, remedy: string): RejectedEventAnswer {
  return { refusal: { field, message, remedy } };
}
