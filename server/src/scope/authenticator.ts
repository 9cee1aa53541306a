import type { Scope } from "./scope.js";

/** RequestHeaders are lower-case HTTP headers; of a WebSocket, those of its upgrade plus `authorization` from connectionParams. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Authenticator proves who asks. Identity implements it; tests use a fixed one. */
export interface Authenticator {
  /**
   * authenticate returns the caller's scope, or undefined when there is no valid session cookie, bearer token or read key.
   * It is asked again for every request and every few seconds of a subscription, so a sign-out ends both.
   */
  authenticate(headers: RequestHeaders): Promise<Scope | undefined>;
}

/** AUTHENTICATOR is the injection token under which the `Authenticator` is provided. */
export const AUTHENTICATOR = Symbol("Authenticator");
