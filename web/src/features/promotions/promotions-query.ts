import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  PromotionDocument,
  PromotionsDocument,
  type PromotionQuery,
  type PromotionsQuery,
  type ScopeFilterInput,
} from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { liveMeta } from "../../live-changes/live-meta.js";

/** PromotionRow is a promotion on the launch board. */
export type PromotionRow = PromotionsQuery["promotions"][number];

/** PromotionAnswer is a promotion with every target; null when there is none in scope. */
export type PromotionAnswer = PromotionQuery["promotion"];

/** promotionsQuery asks which promotions start soon or did, worst first. */
export function promotionsQuery(filter: ScopeFilterInput) {
  return queryOptions({
    queryKey: ["promotions", filter],
    queryFn: async ({ signal }): Promise<readonly PromotionRow[]> =>
      (await request(PromotionsDocument, { filter }, signal)).promotions,
    placeholderData: keepPreviousData,
    meta: liveMeta({ clients: filter.clients ?? [], everyMs: 5_000, clockMs: 30_000 }),
  });
}

/** promotionQuery asks for one promotion with its targets. */
export function promotionQuery(client: string, change: string) {
  return queryOptions({
    queryKey: ["promotion", client, change],
    queryFn: async ({ signal }): Promise<PromotionAnswer> =>
      (await request(PromotionDocument, { client, change }, signal)).promotion,
    meta: liveMeta({ clients: [client], everyMs: 3_000, clockMs: 30_000 }),
  });
}
