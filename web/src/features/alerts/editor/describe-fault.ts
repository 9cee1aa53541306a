import { formatDuration } from "../../../format/format-duration.js";
import { formatExact } from "../../../format/format-number.js";
import { renderMeasure } from "../definition/render-measure.js";

/** RuleFault is one thing that is wrong in the text of a rule. */
export interface RuleFault {
  readonly line: number;
  readonly field: string;
  readonly detail: string;
}

const missing = "Invalid input: expected string, received undefined";

/** describeFault says a fault as it stands below its field: what the server says, without the words of its library. */
export function describeFault({ field, detail }: Pick<RuleFault, "field" | "detail">): string {
  const bound = /^Too (small|big): expected \w+ to (?:be|have) [<>]=?\s*(-?[\d.]+)(.*)$/.exec(detail);
  if (bound !== null) return describeBound(field, bound[1] === "small", Number(bound[2]), bound[3] ?? "");
  const type = /^Invalid input: expected (\w+), received (.+)$/.exec(detail);
  if (type !== null) return type[2] === "undefined" ? "Is needed." : `Must be ${article(type[1] ?? "")}.`;
  const choice = /^Invalid option: expected one of (.+)$/.exec(detail);
  if (choice !== null) return `Must be one of ${(choice[1] ?? "").replaceAll('"', "").split("|").join(", ")}.`;
  const unknown = /^Unrecognized keys?: (.+)$/.exec(detail);
  if (unknown !== null) return `Has a field that no rule has: ${unknown[1]}.`;
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`.replace(/\.\.$/, ".");
}

/** nameEmptyId says of an id that was not written yet that it is missing, not that its letters are wrong. */
export function nameEmptyId(fault: RuleFault, id: string): RuleFault {
  return fault.field === "id" && id === "" ? { ...fault, detail: missing } : fault;
}

/** isMissing tells whether a fault is only that something was not written yet. */
export function isMissing(fault: Pick<RuleFault, "field" | "detail">): boolean {
  return describeFault(fault) === "Is needed.";
}

/** describeBoundFault says a fault of a threshold in the unit in which it is written: 0.2 of a ratio is 20 %. */
export function describeBoundFault(fault: Pick<RuleFault, "field" | "detail">, unit: string): string {
  const render = (_: string, value: string): string => `threshold ${renderMeasure(Number(value), unit)}`;
  return describeFault(fault).replace(/threshold (-?[\d.]+(?:e-?\d+)?)/, render);
}

/** listFaultsOf gives the faults of a field and of what lies in it. */
export function listFaultsOf(faults: readonly RuleFault[], field: string): readonly RuleFault[] {
  return faults.filter((fault) => fault.field === field || fault.field.startsWith(`${field}.`));
}

function describeBound(field: string, isLeast: boolean, bound: number, of: string): string {
  if (isLeast && /characters|items/.test(of) && bound <= 1) return "Is needed.";
  const amount = /Seconds$/.test(field) && of === "" ? formatDuration(bound) : formatExact(bound);
  return `Must be at ${isLeast ? "least" : "most"} ${amount}${of.replace(" characters", " letters")}.`;
}

function article(type: string): string {
  return type === "array" || type === "object" ? `a list or mapping` : `a ${type === "string" ? "text" : type}`;
}
