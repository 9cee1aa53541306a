import type { Postgres } from "@watchfloor/sql";
import { Subject, type Observable } from "rxjs";

const CHANNEL = "watchfloor_identity";

/** IdentityChanges says whose sign-in, grant or key just changed, in any process on the same database. */
export class IdentityChanges {
  private readonly subject = new Subject<string>();
  private stopListening: (() => Promise<void>) | undefined;

  constructor(private readonly postgres: Postgres) {}

  /**
   * changed$ emits the `subjectId` of a scope that may have ended or changed: ask the authenticator again, and end what
   * runs on its behalf when there is no scope any more. Emits at least once a change.
   */
  get changed$(): Observable<string> {
    return this.subject.asObservable();
  }

  /** publish announces a change here at once and in the other processes by notification. */
  async publish(subjectId: string): Promise<void> {
    this.subject.next(subjectId);
    await this.postgres.notify(CHANNEL, subjectId);
  }

  async onModuleInit(): Promise<void> {
    this.stopListening = await this.postgres.listen(CHANNEL, (subjectId) => this.subject.next(subjectId));
  }

  async onModuleDestroy(): Promise<void> {
    await this.stopListening?.();
    this.subject.complete();
  }
}
