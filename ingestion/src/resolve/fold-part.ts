/** Subject is what a fold is about; `workflow` is '' for exceptions. */
export interface Subject {
  readonly tenant: string;
  readonly kind: "run" | "exception" | "publication";
  readonly client: string;
  readonly workflow: string;
  readonly id: string;
}

/**
 * FoldPart is what one event contributes to one subject. The state of a subject is a pure function of the set of its
 * parts, so order and repetition cannot matter. `name` tells apart several contributions of one event to one subject.
 */
export interface FoldPart<Body = unknown> {
  readonly source: string;
  readonly id: string;
  readonly name: string;
  readonly timeMs: number;
  readonly contentHash: number;
  readonly body: Body;
}

/** subjectKey is the identity of a subject as one text. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind}\0${subject.tenant}\0${subject.client}\0${subject.workflow}\0${subject.id}`;
}

/** partKey is the identity of a part within its subject; a second content under one event identity is a second part. */
export function partKey(part: FoldPart): string {
  return `${part.source}\0${part.id}\0${part.name}\0${part.contentHash}`;
}

/** isSamePart compares what `partKey` joins. */
export function isSamePart(left: FoldPart, right: FoldPart): boolean {
  return (
    left.contentHash === right.contentHash &&
    left.id === right.id &&
    left.name === right.name &&
    left.source === right.source
  );
}

/** comparePosition orders parts by (time, id), the order that decides which value is the newest (CONTRACT 2.2). */
export function comparePosition(left: FoldPart, right: FoldPart): number {
  return (
    left.timeMs - right.timeMs ||
    compareText(left.id, right.id) ||
    compareText(left.source, right.source) ||
    left.contentHash - right.contentHash
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
