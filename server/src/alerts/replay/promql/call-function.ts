import type { Labels } from "../../instance/fingerprint-labels.js";
import { NUMBER_FUNCTIONS } from "./number-functions.js";
import type { CallQuery, Query, RangeQuery, Selector, Subquery } from "./query.js";
import {
  dropName,
  toVector,
  type QueryInstant,
  type QueryValue,
  type RangeElement,
  type VectorElement,
} from "./query-value.js";
import { orderValues } from "./order-values.js";
import { RANGE_FUNCTIONS } from "./range-functions.js";
import { joinLabels } from "./join-labels.js";
import { replaceLabel } from "./replace-label.js";

/** QueryAsker answers the parts of a query. */
export interface QueryAsker {
  evaluate(query: Query, instant: QueryInstant): QueryValue;
  readRange(
    query: RangeQuery | Subquery,
    instant: QueryInstant,
  ): { from: number; to: number; elements: RangeElement[] };
  select(selector: Selector, instant: QueryInstant): readonly (VectorElement & { readonly stamp: number })[];
}

/** Functions of a range whose range is not the first argument. */
const RANGE_SECOND = new Set(["quantile_over_time"]);
/** How many numbers follow, or precede, the first argument: at least and at most. */
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ quantile_over_time: [1, 1], predict_linear: [1, 1], holt_winters: [2, 2] },
  ...{ round: [0, 1], clamp: [2, 2], clamp_min: [1, 1], clamp_max: [1, 1] },
};
const DATES = new Set("minute hour day_of_week day_of_month day_of_year days_in_month month year".split(" "));

/** callFunction answers a function of PromQL; an unknown one is refused by its name. */
export function callFunction(query: CallQuery, instant: QueryInstant, asker: QueryAsker): QueryValue {
  const call = new FunctionCall(query, instant, asker);
  const { name } = query;
  if (name === "absent_over_time" || Object.hasOwn(RANGE_FUNCTIONS, name)) return call.overRange();
  if (Object.hasOwn(NUMBER_FUNCTIONS, name)) return call.overNumbers();
  const other = OTHERS[name];
  if (other === undefined) throw new Error(`The function ${name}() is not understood.`);
  return other(call);
}

class FunctionCall {
  constructor(
    private readonly query: CallQuery,
    readonly instant: QueryInstant,
    private readonly asker: QueryAsker,
  ) {}

  get first(): Query {
    return this.query.args[0] ?? this.refuse("has too few arguments");
  }

  refuse(problem: string): never {
    throw new Error(`${this.query.name}() ${problem}.`);
  }

  vector(): readonly VectorElement[] {
    const value = this.asker.evaluate(this.first, this.instant);
    return typeof value === "number" ? this.refuse("is asked of a number: it needs a vector") : value;
  }

  value(): QueryValue {
    return this.asker.evaluate(this.first, this.instant);
  }

  texts(): string[] {
    return this.query.args
      .slice(1)
      .map((one) => (one.kind === "text" ? one.text : this.refuse("needs texts in quotes behind the first argument")));
  }

  overRange(): VectorElement[] {
    const { name, args } = this.query;
    const place = RANGE_SECOND.has(name) ? 1 : 0;
    const range = args[place];
    if (range === undefined || (range.kind !== "range" && range.kind !== "subquery"))
      return this.refuse("needs a range such as [5m]");
    const numbers = this.numbers(args.filter((_, at) => at !== place));
    const { elements, from, to } = this.asker.readRange(range, this.instant);
    if (name === "absent_over_time") {
      const known = range.kind === "range" ? listKnownLabels(range.selector) : {};
      return elements.length > 0 ? [] : [{ labels: known, value: 1 }];
    }
    const summarise = RANGE_FUNCTIONS[name] ?? this.refuse("is not understood");
    return elements.flatMap(({ labels, ...run }) => {
      const value = summarise(run, { from, to, at: this.instant.at, numbers });
      return value === undefined ? [] : [{ labels: name === "last_over_time" ? labels : dropName(labels), value }];
    });
  }

  overNumbers(): VectorElement[] {
    const { name, args } = this.query;
    const change = NUMBER_FUNCTIONS[name] ?? this.refuse("is not understood");
    const now = [{ labels: {}, value: this.instant.at / 1_000 }];
    const elements = args.length === 0 && DATES.has(name) ? now : this.vector();
    const numbers = this.numbers(args.slice(1));
    return elements.flatMap(({ labels, value }) => {
      const made = change(value, numbers);
      return made === undefined ? [] : [{ labels: dropName(labels), value: made }];
    });
  }

  /** When the sample of a selector was stamped; of anything else, the instant of the question. */
  timestamp(): VectorElement[] {
    const stamped = this.first.kind === "selector" ? this.asker.select(this.first, this.instant) : undefined;
    if (stamped !== undefined)
      return stamped.map(({ labels, stamp }) => ({ labels: dropName(labels), value: stamp / 1_000 }));
    return this.vector().map(({ labels }) => ({ labels: dropName(labels), value: this.instant.at / 1_000 }));
  }

  absent(): VectorElement[] {
    if (this.vector().length > 0) return [];
    return [{ labels: this.first.kind === "selector" ? listKnownLabels(this.first) : {}, value: 1 }];
  }

  private numbers(args: readonly Query[]): number[] {
    const [least, most] = NUMBERS[this.query.name] ?? [0, 0];
    if (args.length < least || args.length > most)
      this.refuse(`takes ${most + 1} argument${most === 0 ? "" : "s"}, not ${args.length + 1}`);
    return args.map((one) => {
      const value = this.asker.evaluate(one, this.instant);
      return typeof value === "number" ? value : this.refuse("needs numbers beside its vector");
    });
  }
}

const OTHERS: Readonly<Record<string, (call: FunctionCall) => QueryValue>> = {
  time: ({ instant }) => instant.at / 1_000,
  pi: () => Math.PI,
  vector: (call) => toVector(call.value()),
  scalar(call) {
    const elements = call.vector();
    return elements.length === 1 ? (elements[0]?.value ?? Number.NaN) : Number.NaN;
  },
  absent: (call) => call.absent(),
  timestamp: (call) => call.timestamp(),
  sort: (call) => [...call.vector()].sort((left, right) => orderValues(left.value, right.value)),
  sort_desc: (call) => [...call.vector()].sort((left, right) => orderValues(right.value, left.value)),
  label_replace: (call) => replaceLabel(call.vector(), call.texts()),
  label_join: (call) => joinLabels(call.vector(), call.texts()),
};

/** What a selector says for sure about the labels of what it would find; of a label that is asked for twice, nothing. */
function listKnownLabels({ matchers }: Selector): Labels {
  const asked = matchers.filter(({ label }) => label !== "__name__");
  return Object.fromEntries(
    asked
      .filter(
        ({ label, op, value }) => op === "=" && value !== "" && asked.filter((one) => one.label === label).length === 1,
      )
      .map(({ label, value }) => [label, value]),
  );
}
