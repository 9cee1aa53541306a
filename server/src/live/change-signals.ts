import { subscribeToChangeSignals, type ChangeSignal, type Postgres } from "@watchfloor/sql";
import { Subject, type Observable } from "rxjs";

/** ChangeSignals is this process's one subscription to what was stored, for caches and open pages. */
export class ChangeSignals {
  private readonly subject = new Subject<ChangeSignal>();
  private stopListening: (() => Promise<void>) | undefined;

  constructor(private readonly postgres: Postgres) {}

  /** stored$ emits once rows of a tenant are stored and visible; of every tenant, so the receiver filters. */
  get stored$(): Observable<ChangeSignal> {
    return this.subject.asObservable();
  }

  async onModuleInit(): Promise<void> {
    this.stopListening = await subscribeToChangeSignals(this.postgres, (signal) => this.subject.next(signal));
  }

  async onModuleDestroy(): Promise<void> {
    await this.stopListening?.();
    this.subject.complete();
  }
}
