/** CountSnapshot is a count as it is kept between two runs of one import. */
export interface CountSnapshot {
  readonly rows: number;
  readonly rejectedRows: number;
  readonly events: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejectedEvents: number;
  readonly byKind: readonly (readonly [string, number])[];
  readonly warnings: readonly (readonly [string, number])[];
}

/** ImportCount counts rows of the file, events made of them and the receiver's verdicts, from the file's beginning. */
export class ImportCount {
  /** Rows on which there is a verdict. */
  rows = 0;
  rejectedRows = 0;
  events = 0;
  accepted = 0;
  duplicates = 0;
  rejectedEvents = 0;
  readonly byKind: Map<string, number>;
  readonly warnings: Map<string, number>;
  /** Rows of an earlier, interrupted run, which are in the counts but were not read again. */
  readonly resumedRows: number;
  /** Bytes of the file read so far, compressed ones where it is. */
  bytes = 0;

  constructor(earlier?: CountSnapshot) {
    this.resumedRows = earlier?.rows ?? 0;
    this.byKind = new Map(earlier?.byKind);
    this.warnings = new Map(earlier?.warnings);
    if (earlier === undefined) return;
    const { rows, rejectedRows, events, accepted, duplicates, rejectedEvents } = earlier;
    Object.assign(this, { rows, rejectedRows, events, accepted, duplicates, rejectedEvents });
  }

  addEvent(kind: string): void {
    this.events += 1;
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
  }

  addWarning(reason: string): void {
    this.warnings.set(reason, (this.warnings.get(reason) ?? 0) + 1);
  }

  /** durable gives how many events are durable or refused for good, from the file's beginning. */
  get durable(): number {
    return this.accepted + this.duplicates + this.rejectedEvents;
  }

  snapshot(): CountSnapshot {
    const { rows, rejectedRows, events, accepted, duplicates, rejectedEvents } = this;
    const counts = { rows, rejectedRows, events, accepted, duplicates, rejectedEvents };
    return { ...counts, byKind: [...this.byKind], warnings: [...this.warnings] };
  }
}
