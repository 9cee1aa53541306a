import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  AlertDeliveriesDocument,
  AlertDispositionsDocument,
  ContactTitlesDocument,
  RecentIncidentsDocument,
  ReplayAlertDeliveriesDocument,
  type AlertDeliveriesQuery,
  type AlertDispositionsQuery,
  type ContactTitlesQuery,
  type DeliveryState,
  type RecentIncidentsQuery,
} from "../../../graphql/operations.js";
import { request } from "../../../graphql/request.js";

/** Delivery is one message to one contact. */
export type Delivery = AlertDeliveriesQuery["alertDeliveries"][number];

/** IncidentAnswer is how an incident was told to each contact, and why not to others. */
export type IncidentAnswer = AlertDispositionsQuery;

/** RecentIncident is one that somebody may wonder about. */
export type RecentIncident = RecentIncidentsQuery["alertIncidents"]["nodes"][number];

/** ContactTitle is a contact as one chooses it. */
export type ContactTitle = ContactTitlesQuery["alertContacts"][number];

/** DeliveryFilter chooses from the log. */
export interface DeliveryFilter {
  readonly contact: string | null;
  readonly state: DeliveryState | null;
  readonly incident: string | null;
}

/** DELIVERY_PAGE is how many messages a page has. */
export const DELIVERY_PAGE = 50;

const liveMs = 5_000;

/** deliveryPagesQuery asks for the log page by page, the newest first; often while something is on its way. */
export function deliveryPagesQuery(filter: DeliveryFilter) {
  return infiniteQueryOptions({
    queryKey: ["alert-deliveries", filter],
    queryFn: async ({ pageParam, signal }): Promise<readonly Delivery[]> => {
      const variables = { ...filter, after: pageParam, first: DELIVERY_PAGE };
      return (await request(AlertDeliveriesDocument, variables, signal)).alertDeliveries;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: readonly Delivery[]) => (page.length < DELIVERY_PAGE ? null : (page.at(-1)?.id ?? null)),
    placeholderData: keepPreviousData,
    refetchInterval: liveMs,
  });
}

/** incidentAnswerQuery asks how an incident was told to each contact. */
export function incidentAnswerQuery(incident: string) {
  return queryOptions({
    queryKey: ["alert-dispositions", incident],
    queryFn: ({ signal }): Promise<IncidentAnswer> => request(AlertDispositionsDocument, { incident }, signal),
    refetchInterval: liveMs,
  });
}

/** recentIncidentsQuery asks for the newest incidents. */
export const recentIncidentsQuery = queryOptions({
  queryKey: ["alert-recent-incidents"],
  queryFn: async ({ signal }): Promise<readonly RecentIncident[]> =>
    (await request(RecentIncidentsDocument, { first: 12 }, signal)).alertIncidents.nodes,
  refetchInterval: 30_000,
});

/** contactTitlesQuery asks for the contacts one may see. */
export const contactTitlesQuery = queryOptions({
  queryKey: ["alert-contact-titles"],
  queryFn: async ({ signal }): Promise<readonly ContactTitle[]> =>
    (await request(ContactTitlesDocument, {}, signal)).alertContacts,
  staleTime: 30_000,
});

/** replayDeliveries sends dead letters again and returns how many are queued; throws the sentence of a refusal. */
export async function replayDeliveries(ids: readonly string[]): Promise<number> {
  const answer = (await request(ReplayAlertDeliveriesDocument, { ids: [...ids] })).replayAlertDeliveries;
  if (answer.__typename === "NotificationProblem") throw new Error(answer.message);
  return answer.ids.length;
}
