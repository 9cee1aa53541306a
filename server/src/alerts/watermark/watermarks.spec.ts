import { parseAlertRule } from "@watchfloor/dashboards";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import type { KnownFeed } from "./known-feed.js";
import { Watermarks } from "./watermarks.js";

const DAY = 86_400_000;
const NOW = 20_000_000_000;
const SLOT = NOW - 60_000;
const feed = (source: string, said: number | undefined, given: Partial<KnownFeed> = {}): KnownFeed => ({
  ...{ client: "c1", source, store: "", channel: "", partner: "", region: "", workflows: ["order"], newestMs: NOW },
  ...{ completeMs: said ?? 0, settledMs: said ?? 0, saidMs: said === undefined ? 0 : NOW - 10_000, ...given },
});
const rule = (more = "") =>
  parseAlertRule(
    `id: r\nkind: threshold\ntitle: R\nsummary: s\nmetric: failure_rate\ngroupBy: [client]\nlevels: [{ severity: info, threshold: 1 }]\n${more}`,
    ALERT_RULE_KNOWLEDGE,
  );
const build = (feeds: KnownFeed[], isOpen: (feed: { store: string }) => boolean = () => true) =>
  new Watermarks({ feeds, nowMs: NOW, openSince: (of, from, to) => (isOpen(of) ? Math.max(0, to - from) : 0) });

describe("what a rule waits for", () => {
  it.each<[string, KnownFeed[], string, number | undefined]>([
    ["nobody speaks", [feed("erp", undefined)], "", undefined],
    ["there is no feed", [], "", undefined],
    ["all speak: the earliest word", [feed("erp", NOW - 5_000), feed("pos", NOW - 9_000)], "", NOW - 9_000],
    ["one of two says nothing", [feed("erp", NOW - 5_000), feed("pos", undefined)], "", undefined],
    [
      "the one that says nothing is not looked at",
      [feed("erp", NOW - 5_000), feed("pos", undefined)],
      "filter: { sources: [erp] }",
      NOW - 5_000,
    ],
    [
      "nor one that serves another workflow",
      [feed("erp", NOW - 5_000), feed("pos", undefined, { workflows: ["price"] })],
      "filter: { workflows: [order] }",
      NOW - 5_000,
    ],
    [
      "nor one of another client",
      [feed("erp", NOW - 5_000), feed("pos", undefined, { client: "c2" })],
      "filter: { clients: [c1] }",
      NOW - 5_000,
    ],
    [
      "one that is gone for a day",
      [feed("erp", NOW - 5_000), feed("old", undefined, { newestMs: NOW - DAY })],
      "",
      NOW - 5_000,
    ],
    ["a word of a day ago", [feed("erp", NOW - DAY, { saidMs: NOW - DAY })], "", undefined],
    ["a word that has not settled", [feed("erp", NOW - 1_000, { settledMs: NOW - 61_000 })], "", NOW - 61_000],
    [
      "the word of a source holds for its stores",
      [feed("pos", NOW - 5_000), feed("pos", undefined, { store: "s1" })],
      "",
      NOW - 5_000,
    ],
    [
      "that of a store for it alone",
      [feed("pos", NOW - 5_000, { store: "s1" }), feed("pos", undefined, { store: "s2" })],
      "",
      undefined,
    ],
  ])("%s", (_name, feeds, more, expected) => expect(build(feeds).completeUntil(rule(more))).toBe(expected));

  it("is nothing more of a store that is closed", () => {
    const feeds = [feed("pos", NOW - 5_000), feed("till", NOW - 3_600_000, { store: "s1" })];
    expect(build(feeds).completeUntil(rule())).toBe(NOW - 3_600_000);
    expect(build(feeds, ({ store }) => store !== "s1").completeUntil(rule())).toBe(NOW - 5_000);
  });

  it("is nothing for a state at an instant, and for what is no window", () => {
    const feeds = [feed("erp", NOW)];
    expect(build(feeds).completeUntil(rule())).toBe(NOW);
    const state = rule().kind === "threshold" ? { ...rule(), metric: "runs_open" } : rule();
    expect(build(feeds).completeUntil(state)).toBeUndefined();
  });
});

describe("what is known to be missing still", () => {
  const behind = (feeds: KnownFeed[], labels: Record<string, string>, isOpen?: (of: { store: string }) => boolean) =>
    build(feeds, isOpen).findBehind(rule(), SLOT)(labels);

  it.each<[string, KnownFeed[], Record<string, string>, boolean]>([
    ["nobody speaks", [feed("erp", undefined)], { client: "c1" }, false],
    ["complete to the slot", [feed("erp", SLOT)], { client: "c1" }, false],
    ["a moment short of it", [feed("erp", SLOT - 1)], { client: "c1" }, true],
    ["another client", [feed("erp", SLOT - 1)], { client: "c2" }, false],
    ["another store", [feed("erp", SLOT - 1, { store: "s1" })], { client: "c1", store: "s2" }, false],
    ["its store", [feed("erp", SLOT - 1, { store: "s1" })], { client: "c1", store: "s1" }, true],
    ["another workflow", [feed("erp", SLOT - 1)], { client: "c1", workflow: "price" }, false],
    [
      "a whole client with one store behind",
      [feed("erp", SLOT), feed("till", SLOT - 1, { store: "s1" })],
      { client: "c1" },
      true,
    ],
  ])("%s", (_name, feeds, labels, expected) => expect(behind(feeds, labels)).toBe(expected));

  it("is nothing of a store that is closed", () =>
    expect(behind([feed("till", SLOT - 1, { store: "s1" })], { client: "c1" }, () => false)).toBe(false));
});
