import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  ExceptionClassesDocument,
  ExceptionListDocument,
  OpenExceptionCountDocument,
  type ExceptionClassesQuery,
  type ExceptionListQuery,
  type ScopeFilterInput,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";
import { readClock } from "../../time-range/read-clock.js";
import { resolveRange } from "../../time-range/resolve-range.js";
import type { TimeRange } from "../../time-range/time-range.js";
import { buildExceptionFilter, type ExceptionSearch } from "./exception-search.js";

/** ExceptionPage is one page of exceptions. */
export type ExceptionPage = ExceptionListQuery["exceptions"];

/** ExceptionItem is one exception with its severity. */
export type ExceptionItem = ExceptionPage["nodes"][number];

/** ExceptionClass is what the exceptions of one class add up to. */
export type ExceptionClass = ExceptionClassesQuery["exceptions"]["classes"][number];

interface ExceptionQuestion {
  readonly search: ExceptionSearch;
  readonly filter: ScopeFilterInput;
  readonly range: TimeRange;
}

/** exceptionPagesQuery asks for a list of exceptions page by page. */
export function exceptionPagesQuery({ search, filter: scope, range }: ExceptionQuestion) {
  const { open: _, ...asked } = search;
  return infiniteQueryOptions({
    queryKey: ["exception-pages", asked, scope, range],
    queryFn: async ({ pageParam, signal }): Promise<ExceptionPage> => {
      const filter = buildExceptionFilter(asked, scope, resolveRange(range, readClock()));
      return (await request(ExceptionListDocument, { filter, first: 50, after: pageParam }, signal)).exceptions;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: ExceptionPage) => (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 3_000, clockMs: 30_000 }),
  });
}

/** exceptionClassesQuery asks for the totals by class of the same list. */
export function exceptionClassesQuery({ search, filter: scope, range }: ExceptionQuestion) {
  const { open: _, order: __, class: ___, ...asked } = search;
  return queryOptions({
    queryKey: ["exception-classes", asked, scope, range],
    queryFn: async ({ signal }): Promise<readonly ExceptionClass[]> => {
      const filter = buildExceptionFilter(asked, scope, resolveRange(range, readClock()));
      return (await request(ExceptionClassesDocument, { filter }, signal)).exceptions.classes;
    },
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 3_000 }),
  });
}

/** openExceptionsQuery asks how many exceptions are open in a scope. */
export function openExceptionsQuery(scope: ScopeFilterInput) {
  return queryOptions({
    queryKey: ["open-exceptions", scope],
    queryFn: async ({ signal }): Promise<number> =>
      (await request(OpenExceptionCountDocument, { filter: { scope } }, signal)).exceptions.totalCount,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: scope.clients ?? [], everyMs: 10_000 }),
  });
}
