import type { RunView } from "../../runs/run-view.js";
import { describeObligation, type ObligationFacts } from "./describe-obligation.js";

const NOW = new Date("2026-06-01T12:00:00Z");
const stores = new Map([
  ["1", { title: "Hamburg", regionTitle: "North West" }],
  ["2", { title: "Bremen", regionTitle: "North West" }],
  ["3", { title: "Munich", regionTitle: "South" }],
  ["4", { title: "Dresden", regionTitle: "East" }],
  ["5", { title: "Erfurt", regionTitle: "Centre" }],
]);
const sample: RunView = {
  ...{
    id: "r",
    client: "c",
    workflow: "price-sync",
    day: "2026-06-01",
    kind: "WORKFLOW",
    state: "OVERDUE",
    attempts: 1,
    source: "s",
  },
  ...{
    startedAt: null,
    dueAt: null,
    finishedAt: null,
    outcome: null,
    store: null,
    channel: null,
    partner: null,
    money: null,
    workflowVersion: null,
  },
  ...{
    correlation: null,
    entity: { type: "price-list", id: "autumn", version: "3" },
    change: "c9",
    target: null,
    promise: null,
    errorClass: null,
    errorCode: null,
  },
  ...{
    errorMessage: null,
    superseded: false,
    pauses: [],
    mismatchedAt: null,
    humanTouched: false,
    attributes: [],
    expectation: null,
    sla: null,
    latenessSeconds: null,
    durationSeconds: null,
  },
};

function tell(given: {
  at: string[];
  expected?: number | null;
  overdue?: number;
  targets?: number;
  attributes?: RunView["attributes"];
  partners?: string[];
  minutes?: number;
  change?: string;
  expectation?: RunView["expectation"];
}) {
  const overdue = given.overdue ?? given.at.length;
  const dueMs = NOW.getTime() - (given.minutes ?? 185) * 60_000;
  const obligation = {
    ...{
      client: "c",
      workflow: "price-sync",
      change: given.change ?? "c9",
      overdue,
      targets: given.targets ?? overdue,
      oldestRun: "r",
      firstDay: "2026-06-01",
    },
    ...{
      oldestDueMs: dueMs,
      newestDueMs: dueMs,
      stores: given.at,
      partners: given.partners ?? [],
      channels: [],
      money: [],
    },
  };
  const facts: ObligationFacts = {
    obligation,
    expected: given.expected ?? null,
    sample: { ...sample, attributes: given.attributes ?? [], expectation: given.expectation ?? null },
    workflowTitle: "Price sync",
    stores,
    now: NOW,
  };
  const { title, detail } = describeObligation(facts);
  return `${title} | ${detail}`;
}

describe("describeObligation", () => {
  it.each<[string, Parameters<typeof tell>[0], string]>([
    [
      "all in one region",
      { at: ["1", "2"], expected: 140 },
      "Price list autumn has not reached 2 of 140 stores | First due 3 h 5 min ago; all 2 missing stores are in North West",
    ],
    [
      "most in one region",
      { at: ["1", "2", "3"], expected: 1400 },
      "Price list autumn has not reached 3 of 1,400 stores | First due 3 h 5 min ago; 2 of 3 missing stores are in North West",
    ],
    [
      "over regions",
      { at: ["1", "3", "4", "5"], expected: 5 },
      "Price list autumn has not reached 4 of 5 stores | First due 3 h 5 min ago; 4 missing stores in 4 regions",
    ],
    [
      "stores nobody declared",
      { at: ["8", "9"], expected: 5 },
      "Price list autumn has not reached 2 of 5 stores | First due 3 h 5 min ago; 2 missing stores",
    ],
    [
      "named by its source",
      { at: ["1"], expected: 2, attributes: [{ name: "title", value: "Autumn price change" }] },
      "Autumn price change has not reached 1 of 2 stores | Due 3 h 5 min ago; Hamburg",
    ],
    [
      "what a rule expects, for a change",
      { at: ["1", "2"], expectation: { expected: 1, answers: 0, answered: null } },
      "Price sync: still missing for 2 runs of Price list autumn | First due 3 h 5 min ago; all 2 stores are in North West",
    ],
    [
      "what a rule expects, by itself",
      { at: ["1"], change: "", expectation: { expected: 1, answers: 0, answered: null } },
      "Price sync: still missing for 1 run | Due 3 h 5 min ago; Hamburg",
    ],
    [
      "partners",
      { at: [], overdue: 2, expected: 3, partners: ["a", "b"] },
      "Price list autumn has not reached 2 of 3 partners | First due 3 h 5 min ago",
    ],
    [
      "the only target in scope",
      { at: ["9"], expected: 1 },
      "Price list autumn has not reached 1 store | Due 3 h 5 min ago; store 9",
    ],
    [
      "runs without a change",
      { at: ["1"], overdue: 4, targets: 0, change: "", minutes: 2_880 },
      "Price sync: 4 runs past their deadline | First due 2 d ago; Hamburg",
    ],
    [
      "runs that name a change",
      { at: [], overdue: 1, targets: 0 },
      "Price sync of Price list autumn: 1 run past its deadline | Due 3 h 5 min ago",
    ],
  ])("%s", (_, given, expected) => {
    expect(tell(given)).toBe(expected);
  });
});
