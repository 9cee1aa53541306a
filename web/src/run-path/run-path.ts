import type { RunPathInput } from "../graphql/operations.js";

const single = ["has", "lacks", "repeats"] as const;

/** writeRunPath writes a way through a workflow for the address: `order-to-erp~edge:pick,pack`. */
export function writeRunPath(path: RunPathInput): string {
  const parts = [encode(path.workflow)];
  if (path.edge != null) parts.push(`edge:${encode(path.edge.from)},${encode(path.edge.to)}`);
  if (path.steps != null) parts.push(`steps:${path.steps.map(encode).join(",")}`);
  for (const name of single) {
    const step = path[name];
    if (step != null) parts.push(`${name}:${encode(step)}`);
  }
  if (path.mergeRepeats === true) parts.push("merged");
  return parts.join("~");
}

/** readRunPath reads a way from the address; null when the text names none. Parts it does not know are left out. */
export function readRunPath(text: string | undefined): RunPathInput | null {
  const [workflow = "", ...parts] = text?.split("~") ?? [];
  const path: RunPathInput = { workflow: decode(workflow) };
  for (const part of parts) {
    const [name = "", value = ""] = part.split(":");
    const steps = value === "" ? [] : value.split(",").map(decode);
    const [first, second] = steps;
    const word = single.find((known) => known === name);
    if (name === "merged") path.mergeRepeats = true;
    else if (name === "steps") path.steps = steps;
    else if (name === "edge" && first !== undefined && second !== undefined) path.edge = { from: first, to: second };
    else if (word !== undefined && first !== undefined) path[word] = first;
  }
  const isEmpty = path.edge == null && path.steps == null && single.every((name) => path[name] == null);
  return path.workflow === "" || isEmpty ? null : path;
}

/** describeRunPath says in words which way the runs of a list went. */
export function describeRunPath(path: RunPathInput): string {
  const words: string[] = [];
  if (path.edge != null) words.push(`${path.edge.from} directly followed by ${path.edge.to}`);
  if (path.steps != null) words.push(path.steps.length === 0 ? "without any step" : path.steps.join(" → "));
  if (path.has != null) words.push(`with ${path.has}`);
  if (path.lacks != null) words.push(`without ${path.lacks}`);
  if (path.repeats != null) words.push(`${path.repeats} more than once`);
  return words.join(", ");
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("~", "%7E");
}

/** A text that somebody typed wrong stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
