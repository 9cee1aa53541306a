import type { State } from "../../../ui/state-shape.js";
import type { IncidentAnswer } from "./deliveries-query.js";

type Disposition = IncidentAnswer["alertDispositions"][number];

/** ToldContact is a contact with how each change of an incident was told to it; nothing where it was never to be told. */
export interface ToldContact {
  readonly contact: string;
  readonly title: string;
  readonly lines: readonly Disposition[];
  /** reason says why it was never to be told; "" = it was. */
  readonly reason: string;
  readonly shape: State;
}

const TOLD: ReadonlySet<string> = new Set(["DELIVERED", "QUIET_DIGEST", "STORM_DIGEST"]);

/** groupDispositions puts what is known by contact: first those that were told, then those that wait or were not, then those that were never asked. */
export function groupDispositions({
  alertDispositions,
  alertUntold,
}: Pick<IncidentAnswer, "alertDispositions" | "alertUntold">): readonly ToldContact[] {
  const byContact = new Map<string, Disposition[]>();
  for (const line of alertDispositions) byContact.set(line.contact, [...(byContact.get(line.contact) ?? []), line]);
  const asked = [...byContact].map(([contact, lines]): ToldContact => {
    const shape = chooseShape(lines);
    return { contact, title: lines[0]?.contactTitle ?? contact, lines, reason: "", shape };
  });
  asked.sort((left, right) => rank(left.shape) - rank(right.shape) || (left.title < right.title ? -1 : 1));
  const untold = alertUntold.map(({ contact, contactTitle, reason }): ToldContact => ({
    ...{ contact, title: contactTitle, lines: [], reason, shape: "none" },
  }));
  return [...asked, ...untold];
}

function chooseShape(lines: readonly Disposition[]): State {
  if (lines.some(({ disposition }) => disposition === "DEAD_LETTERED")) return "late";
  if (lines.some(({ disposition }) => disposition !== null && TOLD.has(disposition))) return "ok";
  return lines.some(({ disposition }) => disposition === null) ? "risk" : "none";
}

function rank(shape: State): number {
  return ["late", "ok", "risk", "none"].indexOf(shape);
}
