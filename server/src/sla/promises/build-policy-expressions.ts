import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { PlaceDimension } from "../policies/place.js";
import type { PolicyRung } from "../policies/build-policy-ladder.js";
import { STORE_CALENDAR } from "../policies/build-policy-phases.js";
import type { PromiseRules } from "./promise-rules.js";

/** A place and a second in one number: 2^33 seconds reach to the year 2242, and a million places stay below 2^53. */
const ROOM = 8_589_934_592;

/** buildPolicyNumber renders the number of the policy in force at the start of a run; 0 = none. */
export function buildPolicyNumber({ ladder, policies }: PromiseRules, params: SqlParameters): string {
  const numbers = new Map(policies.map((policy, index) => [policy, index + 1]));
  const rungs = ladder.map((rung, position) => buildRung(rung, { position, numbers, params }));
  const last = rungs.at(-1) ?? "0";
  const cases = rungs.slice(0, -1).flatMap((rung) => [`${rung} != 0`, rung]);
  return `if(sla_has_start, ${cases.length === 0 ? last : `multiIf(${[...cases, last].join(", ")})`}, 0)`;
}

interface Rendering {
  readonly position: number;
  readonly numbers: ReadonlyMap<PromiseRules["policies"][number], number>;
  readonly params: SqlParameters;
}

/** Where one policy of a place holds for all of history, as that of a pack does, no instant has to be looked up. */
function buildRung({ dimensions, keys }: PolicyRung, { position, numbers, params }: Rendering): string {
  const numberOf = (policy: PromiseRules["policies"][number] | undefined) =>
    policy === undefined ? 0 : (numbers.get(policy) ?? 0);
  const add = (name: string, type: string, values: unknown) => params.add(`sla_${name}_${position + 1}`, type, values);
  const isTimeless = keys.every(({ steps }) => steps.length === 1 && (steps[0]?.fromMs ?? 1) <= 0);
  const ids = keys.map((_, index) => index + 1);
  const of = isTimeless ? keys.map(({ steps }) => numberOf(steps[0]?.policy)) : ids;
  const key =
    dimensions.length === 0
      ? `toInt64(${add("key", "Int64", of[0] ?? 0)})`
      : `transform(${renderKey(dimensions)}, ${add(
          "keys",
          "Array(String)",
          keys.map(({ values }) => values.join("\0")),
        )}, ${add("places", "Array(Int64)", of)}, toInt64(0))`;
  if (isTimeless) return key;
  const steps = keys.flatMap((each, index) =>
    each.steps.map((step) => [(index + 1) * ROOM + Math.max(0, step.fromMs / 1000), numberOf(step.policy)] as const),
  );
  // Before its first step a place has no policy, and number 0 is no place.
  const all = [...new Map([[0, 0], ...ids.map((id) => [id * ROOM, 0] as const), ...steps])].sort(([a], [b]) => a - b);
  const starts = add(
    "steps",
    "Array(Int64)",
    all.map(([start]) => start),
  );
  const chosen = add(
    "chosen",
    "Array(Int64)",
    all.map(([, number]) => number),
  );
  return `transform(roundDown(${key} * ${ROOM} + intDiv(sla_started, 1000), ${starts}), ${starts}, ${chosen}, toInt64(0))`;
}

/** buildClockNumber renders the number of the clock a run goes by: its calendar, and in which places of corrections it lies. */
export function buildClockNumber({ policies, plan, stores }: PromiseRules, params: SqlParameters): string {
  const numberOf = (calendar: string) => Math.max(0, plan.calendars.indexOf(calendar));
  const bases = policies.map(({ calendar }) => (calendar === STORE_CALENDAR ? -1 : numberOf(calendar)));
  const base = bases.every((each) => each === 0)
    ? "toInt64(0)"
    : `transform(sla_policy, ${renderNumbers(policies, params)}, ${params.add("sla_calendars", "Array(Int64)", [0, ...bases])}, toInt64(0))`;
  const ofStore = () => {
    const keys = params.addTexts("sla_stores", ["", ...stores.map(({ client, id }) => `${client}\0${id}`)]);
    const numbers = params.add("sla_store_calendars", "Array(Int64)", [
      0,
      ...stores.map(({ calendar }) => numberOf(calendar)),
    ]);
    return `if(${base} = -1, transform(concat(client, '\\0', store), ${keys}, ${numbers}, toInt64(0)), ${base})`;
  };
  const parts = plan.rungs.map(({ dimensions, places }, index) => {
    const keys = places.map((place) => dimensions.map((dimension) => place[dimension]).join("\0"));
    const numbers = places.map((_, place) => (place + 1) * (plan.factors[index] ?? 0));
    const [texts, codes] = [
      params.addTexts(`sla_corrected_${index + 1}`, keys),
      params.add(`sla_corrected_codes_${index + 1}`, "Array(Int64)", numbers),
    ];
    return `transform(${renderKey(dimensions)}, ${texts}, ${codes}, toInt64(0))`;
  });
  return [bases.includes(-1) ? ofStore() : base, ...parts].join(" + ");
}

/** A NUL cannot occur in an id. */
function renderKey(dimensions: readonly PlaceDimension[]): string {
  return dimensions.length === 1 ? `toString(${dimensions[0] ?? ""})` : `concat(${dimensions.join(", '\\0', ")})`;
}

/** renderNumbers lists 0, which is no policy, and the numbers of the policies, to look up what each says. */
export function renderNumbers(policies: PromiseRules["policies"], params: SqlParameters): string {
  return params.add("sla_numbers", "Array(Int64)", [0, ...policies.map((_, index) => index + 1)]);
}
