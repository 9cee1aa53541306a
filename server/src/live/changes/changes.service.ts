import type { ChangeSignal } from "@watchfloor/sql";
import { filter, Subscription, type Observable } from "rxjs";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Authenticator, RequestHeaders } from "../../scope/authenticator.js";
import type { ReachFilter } from "../../scope/reach.js";
import type { Scope } from "../../scope/scope.js";
import { narrowSignal } from "./narrow-signal.js";
import { NoticeStream } from "./notice-stream.js";

/** A session also ends by its age and by changes nobody announced. */
const CHECK_AGAIN_MS = 5_000;

interface Parts {
  readonly registry: RegistryService;
  readonly authenticator: Authenticator;
  readonly stored$: Observable<ChangeSignal>;
  /** Subjects whose sign-in or grant may have changed. */
  readonly changed$: Observable<string>;
  readonly now: () => Date;
}

/** Listener is who subscribed, and the headers that prove it again. */
export interface Listener {
  readonly scope: Scope;
  readonly headers: RequestHeaders;
  readonly filter: ReachFilter | null | undefined;
}

/** ChangesService tells open pages what was stored within their scope. */
export class ChangesService {
  constructor(private readonly parts: Parts) {}

  /** subscribe returns the notices of a listener; they end with sign-out or a change of scope. */
  subscribe(listener: Listener): AsyncIterableIterator<unknown> {
    const { stored$, changed$, now } = this.parts;
    const { scope } = listener;
    const subscriptions = new Subscription();
    const stream = new NoticeStream({ nowMs: () => now().getTime(), onEnd: () => subscriptions.unsubscribe() });
    let provenAtMs = now().getTime();
    const prove = async () => {
      provenAtMs = now().getTime();
      if (!(await this.isStillAllowed(listener))) stream.end();
    };
    const tell = async (signal: ChangeSignal) => {
      if (now().getTime() - provenAtMs >= CHECK_AGAIN_MS) await prove();
      const notice = narrowSignal(signal, {
        scope,
        registry: await this.parts.registry.findVisible(scope),
        filter: listener.filter,
      });
      if (notice !== undefined) stream.add(notice);
    };
    // What cannot be proven or narrowed now is not told.
    const endOnFailure = () => stream.end();
    subscriptions.add(
      stored$
        .pipe(filter(({ tenant }) => tenant === scope.tenant))
        .subscribe((signal) => void tell(signal).catch(endOnFailure)),
    );
    subscriptions.add(
      changed$
        .pipe(filter((subjectId) => subjectId === scope.subjectId))
        .subscribe(() => void prove().catch(endOnFailure)),
    );
    subscriptions.add(stored$.subscribe({ complete: endOnFailure }));
    return stream;
  }

  private async isStillAllowed({ scope, headers }: Listener): Promise<boolean> {
    const current = await this.parts.authenticator.authenticate(headers);
    return current !== undefined && describeScope(current) === describeScope(scope);
  }
}

function describeScope({ tenant, subjectId, role, clients, regions, stores, channels, partners }: Scope): string {
  return JSON.stringify([tenant, subjectId, role, clients, regions, stores, channels, partners]);
}
