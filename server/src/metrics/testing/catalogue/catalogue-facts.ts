/** FactPlace is where a fact belongs; '' = nowhere. */
export interface FactPlace {
  readonly tenant: string;
  readonly client: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly source: string;
  readonly workflow: string;
  readonly money: number;
  readonly currency: string;
}

/** RunFact is a run in epoch milliseconds; undefined = absent. */
export interface RunFact extends FactPlace {
  readonly kind: "workflow" | "approval" | "task";
  readonly change: string;
  readonly target: string;
  readonly started: number | undefined;
  readonly due: number | undefined;
  readonly finished: number | undefined;
  readonly outcome: string;
  readonly isSuperseded: boolean;
  readonly evidence: string;
  readonly isTouched: boolean;
  readonly answers: number;
}

/** ExceptionFact is an exception with what its severity is made of. */
export interface ExceptionFact extends FactPlace {
  readonly id: string;
  readonly cls: string;
  readonly errorCode: string;
  readonly raised: number;
  readonly resolved: number | undefined;
  readonly compliance: number;
  readonly impact: number;
}

/** MeasureFact is a measure; a check when something was expected. */
export interface MeasureFact extends FactPlace {
  readonly id: string;
  readonly measure: string;
  readonly time: number;
  readonly value: number;
  readonly unit: string;
  readonly expected: number | undefined;
  readonly absolute: number | undefined;
  readonly quantity: number | undefined;
  readonly entity: string;
}

/** DecisionFact is a decision as it was made, perhaps twice, and reviewed, perhaps twice. */
export interface DecisionFact extends FactPlace {
  readonly decision: string;
  readonly model: string;
  readonly made: readonly { readonly time: number; readonly action: string; readonly confidence: number | undefined }[];
  readonly reviews: readonly { readonly time: number; readonly verdict: string }[];
}

/** CatalogueFacts is everything a figure can be computed from. */
export interface CatalogueFacts {
  readonly runs: readonly RunFact[];
  readonly exceptions: readonly ExceptionFact[];
  readonly measures: readonly MeasureFact[];
  readonly decisions: readonly DecisionFact[];
}

/** FactRange is the range of a figure: rows of [from, to) as known at `asOf`; the reference of drift ends where the question began. */
export interface FactRange {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly questionFrom: number;
}

/** chooseFacts keeps the facts of some places. */
export function chooseFacts(facts: CatalogueFacts, isChosen: (place: FactPlace) => boolean): CatalogueFacts {
  return {
    runs: facts.runs.filter(isChosen),
    exceptions: facts.exceptions.filter(isChosen),
    measures: facts.measures.filter(isChosen),
    decisions: facts.decisions.filter(isChosen),
  };
}
