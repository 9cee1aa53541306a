import type { RequestHeaders } from "../../scope/authenticator.js";
import { isAPIError } from "better-auth/api";
import type { IdentityChanges } from "../session/identity-changes.js";
import type { Auth } from "../session/open-auth.js";
import { readCredential } from "../request/read-credential.js";
import { buildSessionHeaders, type SessionAuthenticator } from "../session/session-authenticator.js";
import type { SessionRepository } from "../session/session.repository.js";
import type { SignInLimit } from "./sign-in-limit.js";

/** SignInRequest is what a person sent; `address` is where it came from, for the rate limit. */
export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
}

/** SignInAnswer is a session, or the reason for none. Unknown, disabled and mistaken look the same. */
export type SignInAnswer =
  | {
      readonly isSignedIn: true;
      readonly token: string;
      readonly expiresAt: Date;
      readonly setCookies: readonly string[];
    }
  | { readonly isSignedIn: false; readonly reason: "wrong_credentials" }
  | { readonly isSignedIn: false; readonly reason: "too_many_tries"; readonly retryAfterSeconds: number };

const WRONG = { isSignedIn: false, reason: "wrong_credentials" } as const;
/** Longer ones were never set; hashing them would only cost time. */
const MAX_EMAIL_LENGTH = 254;
const MAX_PASSWORD_LENGTH = 256;

interface Parts {
  readonly auth: Auth;
  readonly limit: SignInLimit;
  readonly sessions: SessionRepository;
  readonly authenticator: SessionAuthenticator;
  readonly changes: IdentityChanges;
}

/** SignInService opens and ends sessions. */
export class SignInService {
  constructor(private readonly parts: Parts) {}

  /** signIn checks the password and opens a session. The library hashes a password also for people it does not know, so the time tells nothing. */
  async signIn(request: SignInRequest): Promise<SignInAnswer> {
    const { email, address } = request;
    const retryAfterSeconds = await this.parts.limit.countTry(email.slice(0, MAX_EMAIL_LENGTH), address);
    if (retryAfterSeconds !== undefined) return { isSignedIn: false, reason: "too_many_tries", retryAfterSeconds };
    if (email.length > MAX_EMAIL_LENGTH || request.password.length > MAX_PASSWORD_LENGTH) return WRONG;
    const setCookies = await this.openSession(request);
    if (setCookies === undefined) return WRONG;
    await this.parts.limit.forgive(email, address);
    return setCookies;
  }

  /** signOut ends the session of whoever asks, here and in every process; returns the cookies that take it from the browser. */
  async signOut(headers: RequestHeaders): Promise<readonly string[] | undefined> {
    const caller = await this.parts.authenticator.findCaller(headers);
    const credential = readCredential(headers);
    if (caller?.sessionId === undefined || credential === undefined) return undefined;
    await this.parts.sessions.delete(caller.scope.tenant, caller.sessionId);
    await this.parts.changes.publish(caller.scope.subjectId);
    const ended = await this.parts.auth.api.signOut({ headers: buildSessionHeaders(credential), returnHeaders: true });
    return ended.headers.getSetCookie();
  }

  private async openSession(request: SignInRequest): Promise<(SignInAnswer & { isSignedIn: true }) | undefined> {
    const { email, password, address, userAgent } = request;
    const headers = new Headers({ "user-agent": userAgent, "x-forwarded-for": address });
    try {
      const opened = await this.parts.auth.api.signInEmail({
        body: { email: email.trim(), password },
        headers,
        returnHeaders: true,
      });
      const token = opened.headers.get("set-auth-token") ?? "";
      const found = await this.parts.auth.api.getSession({
        headers: new Headers({ authorization: `Bearer ${token}` }),
      });
      if (found === null) throw new Error("The session that was just opened is not there.");
      return {
        isSignedIn: true,
        token,
        expiresAt: new Date(found.session.expiresAt),
        setCookies: opened.headers.getSetCookie(),
      };
    } catch (error) {
      // The library's refusals: unknown person, wrong password, no tenant lets them in (see openAuth), not an email.
      if (isAPIError(error) && (error.status === "UNAUTHORIZED" || error.status === "BAD_REQUEST")) return undefined;
      throw error;
    }
  }
}
