import type { RunView } from "../../runs/run-view.js";
import type { Obligation } from "./join-obligations.js";
import { renderCount } from "../render-count.js";
import { renderDuration } from "../render-duration.js";

/** ObligationFacts is what the words about an obligation are made of. */
export interface ObligationFacts {
  readonly obligation: Obligation;
  /** How many targets the change has; null without a change. */
  readonly expected: number | null;
  /** The run with the oldest deadline. */
  readonly sample: RunView;
  readonly workflowTitle: string;
  /** Titles by store id of the client; a store that nobody declared has none. */
  readonly stores: ReadonlyMap<string, { readonly title: string; readonly regionTitle: string }>;
  readonly now: Date;
}

/** A region is named when it has at least this share of the stores that miss something. */
const MOST = 0.5;

/** describeObligation says in words what is overdue, where, and since when. */
export function describeObligation(facts: ObligationFacts): { title: string; detail: string } {
  const { obligation, expected } = facts;
  const isFanOut = expected !== null && obligation.targets > 0;
  const since = `${obligation.overdue === 1 ? "Due" : "First due"} ${renderDuration((facts.now.getTime() - obligation.oldestDueMs) / 1000)} ago`;
  const place = describePlace(facts, isFanOut ? "missing store" : "store");
  return {
    title: isFanOut ? renderFanOut(facts, expected) : renderRuns(facts),
    detail: [since, ...(place === undefined ? [] : [place])].join("; "),
  };
}

function renderFanOut({ obligation, sample, workflowTitle }: ObligationFacts, expected: number): string {
  const noun = chooseNoun(obligation);
  const count = expected > 1 ? `${obligation.overdue} of ${renderCount(expected, noun)}` : `1 ${noun}`;
  return `${nameChange(sample, workflowTitle)} has not reached ${count}`;
}

function renderRuns({ obligation, sample, workflowTitle }: ObligationFacts): string {
  if (sample.expectation !== null) {
    const change = obligation.change === "" ? "" : ` of ${nameChange(sample, obligation.change)}`;
    return `${workflowTitle}: still missing for ${renderCount(obligation.overdue, "run")}${change}`;
  }
  const late = `${renderCount(obligation.overdue, "run")} past ${obligation.overdue === 1 ? "its" : "their"} deadline`;
  const change = obligation.change === "" ? "" : ` of ${nameChange(sample, obligation.change)}`;
  return `${workflowTitle}${change}: ${late}`;
}

/** nameChange prefers what the source called it, then the entity, then the change's id. */
function nameChange({ attributes, entity, change }: RunView, otherwise: string): string {
  const find = (wanted: string) =>
    attributes.find(({ name, value }) => name.toLowerCase() === wanted && value !== "")?.value;
  const given = find("title") ?? find("name");
  if (given !== undefined) return given;
  if (entity !== null && entity.id !== "") return `${capitalise(entity.type)} ${entity.id}`.trim();
  return change ?? otherwise;
}

function capitalise(text: string): string {
  const words = text.replace(/[-_.]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function chooseNoun({ stores, partners, channels }: Obligation): string {
  if (stores.length > 0) return "store";
  if (partners.length > 0) return "partner";
  return channels.length > 0 ? "channel" : "target";
}

function describePlace({ obligation, stores }: ObligationFacts, noun: string): string | undefined {
  const [first] = obligation.stores;
  if (first === undefined) return undefined;
  if (obligation.stores.length === 1) return stores.get(first)?.title ?? `store ${first}`;
  const regions = countRegions(obligation.stores, stores);
  const [region, count] = regions[0] ?? ["", 0];
  const total = obligation.stores.length;
  if (region !== "" && count === total) return `all ${renderCount(total, noun)} are in ${region}`;
  if (region !== "" && count >= total * MOST) return `${count} of ${renderCount(total, noun)} are in ${region}`;
  const named = regions.filter(([title]) => title !== "").length;
  return named > 1 ? `${renderCount(total, noun)} in ${renderCount(named, "region")}` : renderCount(total, noun);
}

function countRegions(ids: readonly string[], stores: ObligationFacts["stores"]): [string, number][] {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const title = stores.get(id)?.regionTitle ?? "";
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}
