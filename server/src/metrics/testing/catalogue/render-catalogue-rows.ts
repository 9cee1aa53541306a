import type { TestRow } from "../insert-rows.js";
import type {
  CatalogueFacts,
  DecisionFact,
  ExceptionFact,
  FactPlace,
  MeasureFact,
  RunFact,
} from "./catalogue-facts.js";

/** renderCatalogueRows turns facts into rows of their tables. */
export function renderCatalogueRows(
  facts: CatalogueFacts,
): Record<"run" | "exception" | "measure" | "decision", TestRow[]> {
  return {
    run: facts.runs.map(renderRun),
    exception: facts.exceptions.map(renderException),
    measure: facts.measures.map(renderMeasure),
    decision: facts.decisions.flatMap(renderDecision),
  };
}

const renderPlace = ({ tenant, client, store, channel, partner, source, workflow }: FactPlace): TestRow => ({
  ...{ tenant, client, store, channel, partner, source, workflow },
});
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const at = (column: string, ms: number | undefined): TestRow => (ms === undefined ? {} : { [column]: new Date(ms) });

function renderRun(run: RunFact, position: number): TestRow {
  const { kind, change, target, started, due, finished, outcome, evidence, answers, money, currency } = run;
  return {
    ...renderPlace(run),
    ...{ run: `run-${position}`, kind, change, target, outcome, evidence, answers, money, currency, version: 2 },
    ...{ ...at("started_at", started), ...at("due_at", due), ...at("finished_at", finished) },
    ...{ day: dayOf(started ?? due ?? finished ?? 0), superseded: run.isSuperseded, human_touched: run.isTouched },
  };
}

function renderException(exception: ExceptionFact): TestRow {
  const { id, cls, raised, resolved, money, currency, compliance, impact, errorCode } = exception;
  return {
    ...renderPlace(exception),
    ...{
      exception: id,
      class: cls,
      money,
      currency,
      compliance,
      partner_impact: impact,
      version: 2,
      day: dayOf(raised),
    },
    ...{ ...at("raised_at", raised), ...at("resolved_at", resolved) },
    attributes: errorCode === "" ? {} : { errorCode },
  };
}

function renderMeasure(fact: MeasureFact): TestRow {
  const { id, measure, time, value, unit, currency, entity, expected, absolute, quantity } = fact;
  return {
    ...renderPlace(fact),
    ...{ id, measure, time: new Date(time), value, unit, currency, entity_type: "article", entity_id: entity },
    ...{ expected: expected ?? null, tolerance_absolute: absolute ?? null, tolerance_relative: null },
    quantity: quantity ?? null,
  };
}

/** A review says neither store nor model: the decision does. */
function renderDecision(fact: DecisionFact): TestRow[] {
  const { tenant, client, decision, model } = fact;
  return [
    ...fact.made.map(({ time, action, confidence }, number) => ({
      ...renderPlace(fact),
      ...{ decision, model, kind: "made", id: `${decision}-made-${number}`, time: new Date(time), action },
      confidence: confidence ?? null,
    })),
    ...fact.reviews.map(({ time, verdict }, number) => ({
      ...{
        tenant,
        client,
        decision,
        kind: "reviewed",
        id: `${decision}-review-${number}`,
        time: new Date(time),
        verdict,
      },
      ...{ source: "desk", store: "", channel: "", partner: "", workflow: "", model: "", action: "", confidence: null },
    })),
  ];
}
