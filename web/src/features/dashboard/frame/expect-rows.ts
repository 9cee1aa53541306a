import type { Registry } from "../../../registry/registry-query.js";
import type { PanelQuestion } from "../ask/panel-question.js";

/** Which list of the registry holds the groups of a dimension; a region is the same for several clients, a store is not. */
const lists = {
  REGION: "regions",
  STORE: "stores",
  CHANNEL: "channels",
  PARTNER: "partners",
  WORKFLOW: "workflows",
} as const;
type Listed = keyof typeof lists;

const isListed = (dimension: string): dimension is Listed => dimension in lists;

/** expectRows says how many rows a grouped question will be answered with, at most `atMost`: what waits for them takes their place, and nothing moves when they come. */
export function expectRows(
  question: Pick<PanelQuestion, "groupBy" | "filter">,
  registry: Registry,
  atMost: number,
): number {
  const { groupBy = [], filter } = question;
  const isHere = (client: string): boolean => filter.clients?.includes(client) ?? true;
  const dimension = groupBy.find(isListed);
  const clients = registry.clients.filter(({ id }) => isHere(id));
  if (dimension === undefined) return groupBy.includes("CLIENT") ? Math.min(atMost, clients.length) : atMost;
  const places = registry[lists[dimension]].filter(({ client }) => isHere(client));
  const keys = new Set(places.map(({ client, id }) => (groupBy.includes("CLIENT") ? `${client}\n${id}` : id)));
  return Math.max(1, Math.min(atMost, keys.size));
}
