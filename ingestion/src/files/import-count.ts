/** ImportCount counts rows of the file, events made of them and the receiver's verdicts. */
export class ImportCount {
  rows = 0;
  rejectedRows = 0;
  events = 0;
  /** Events an earlier, interrupted run had sent. */
  skipped = 0;
  accepted = 0;
  duplicates = 0;
  rejectedEvents = 0;
  readonly byKind = new Map<string, number>();
  readonly warnings = new Map<string, number>();

  addEvent(kind: string): void {
    this.events += 1;
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
  }

  addWarning(reason: string): void {
    this.warnings.set(reason, (this.warnings.get(reason) ?? 0) + 1);
  }

  /** durable gives how many events are durable or refused for good, from the file's beginning. */
  get durable(): number {
    return this.skipped + this.accepted + this.duplicates + this.rejectedEvents;
  }
}
