import { createHash } from "node:crypto";
import { findReadKey, type Postgres } from "@watchfloor/sql";
import { isAPIError } from "better-auth/api";
import type { Subscription } from "rxjs";
import { BriefCache } from "../../registry/brief-cache.js";
import type { Authenticator, RequestHeaders } from "../../scope/authenticator.js";
import type { Scope } from "../../scope/scope.js";
import { buildGrantedScope } from "./build-granted-scope.js";
import type { Caller } from "./caller.js";
import { checkOrigin } from "../request/check-origin.js";
import type { GrantRepository } from "./grant.repository.js";
import type { IdentityChanges } from "./identity-changes.js";
import type { Auth } from "./open-auth.js";
import { readCredential, SESSION_COOKIE, type Credential } from "../request/read-credential.js";
import { SESSION_DAYS } from "./session-days.js";

/** Every request asks; changes made here or announced by another process are seen at once, others within this time. */
const REMEMBER_MS = 3_000;
const REMEMBER_CALLERS = 10_000;
const DAY_MS = 86_400_000;

interface Parts {
  readonly postgres: Postgres;
  readonly auth: Auth;
  readonly grants: GrantRepository;
  readonly changes: IdentityChanges;
  readonly now: () => Date;
}

/**
 * SessionAuthenticator proves who asks, from the session cookie, a session token or a read key. A cookie counts only when
 * the request was made by our own pages (`checkOrigin`); an ingest key never opens anything.
 */
export class SessionAuthenticator implements Authenticator {
  private readonly callers: BriefCache<Caller | undefined>;
  private subscription: Subscription | undefined;

  constructor(private readonly parts: Parts) {
    this.callers = new BriefCache({ forMs: REMEMBER_MS, maxEntries: REMEMBER_CALLERS, now: parts.now });
  }

  onModuleInit(): void {
    this.subscription = this.parts.changes.changed$.subscribe(() => this.callers.forget());
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  async authenticate(headers: RequestHeaders): Promise<Scope | undefined> {
    return (await this.findCaller(headers))?.scope;
  }

  /** findCaller returns the scope together with the person or key it belongs to. */
  async findCaller(headers: RequestHeaders): Promise<Caller | undefined> {
    const credential = readCredential(headers);
    if (credential === undefined || credential.kind === "ingest_key") return undefined;
    if (credential.kind === "cookie" && checkOrigin(headers) !== undefined) return undefined;
    const key = createHash("sha256").update(`${credential.kind} ${credential.value}`).digest("base64url");
    return this.callers.get(key, () =>
      credential.kind === "read_key" ? this.findKeyCaller(credential.value) : this.findSessionCaller(credential),
    );
  }

  private async findKeyCaller(secret: string): Promise<Caller | undefined> {
    const key = await findReadKey(this.parts.postgres, secret, this.parts.now());
    if (key === undefined) return undefined;
    // A script gets the least of the roles: it can only ask.
    const scope = buildGrantedScope({ tenant: key.tenant, role: "viewer", subjectId: key.id, limits: key.scope });
    return scope === undefined ? undefined : { scope, name: key.title, email: "", sessionId: undefined };
  }

  private async findSessionCaller(credential: Credential): Promise<Caller | undefined> {
    const found = await this.findSession(credential);
    if (found === undefined) return undefined;
    const { session, user } = found;
    // Use prolongs a session; its age ends it all the same.
    if (session.createdAt.getTime() + SESSION_DAYS * DAY_MS <= this.parts.now().getTime()) return undefined;
    const grant = await this.parts.grants.findGrant(session.tenant, user.id);
    if (grant === undefined) return undefined;
    const scope = buildGrantedScope({
      tenant: session.tenant,
      role: grant.role,
      subjectId: user.id,
      limits: grant.scope,
    });
    return scope === undefined ? undefined : { scope, name: user.name, email: user.email, sessionId: session.id };
  }

  /** The library throws its refusal when a session ends while it is being prolonged. */
  private async findSession(credential: Credential) {
    try {
      return (await this.parts.auth.api.getSession({ headers: buildSessionHeaders(credential) })) ?? undefined;
    } catch (error) {
      if (isAPIError(error) && error.status === "UNAUTHORIZED") return undefined;
      throw error;
    }
  }
}

/** buildSessionHeaders passes on only the credential that was checked, so that a request cannot present a second one unnoticed. */
export function buildSessionHeaders(credential: Credential): Headers {
  return credential.kind === "cookie"
    ? new Headers({ cookie: `${SESSION_COOKIE}=${credential.value}` })
    : new Headers({ authorization: `Bearer ${credential.value}` });
}
