import type { Postgres } from "@watchfloor/sql";
import { GrantRepository } from "./session/grant.repository.js";
import { IdentityChanges } from "./session/identity-changes.js";
import { openAuth } from "./session/open-auth.js";
import { SessionAuthenticator } from "./session/session-authenticator.js";
import { SessionRepository } from "./session/session.repository.js";
import { SignInLimit } from "./sign-in/sign-in-limit.js";
import { SignInService } from "./sign-in/sign-in.service.js";

/** IdentityOptions is what identity needs from whoever starts it. */
export interface IdentityOptions {
  readonly postgres: Postgres;
  /** Signs session cookies and tokens: at least 32 characters, the same in every replica (see `loadOrCreateAuthSecret`). */
  readonly authSecret: string;
  /** Tenant a person of several signs in to. */
  readonly tenant: string;
  /** Whether the sign-in page offers the demo people. */
  readonly isDemo: boolean;
  readonly now: () => Date;
}

/** Identity is the working parts of sign-in, wired. */
export interface Identity {
  readonly authenticator: SessionAuthenticator;
  readonly signIns: SignInService;
  readonly changes: IdentityChanges;
}

/** buildIdentity wires sign-in. Throws when the secret is too short to sign anything with. */
export function buildIdentity({ postgres, authSecret, tenant, now }: IdentityOptions): Identity {
  if (authSecret.length < 32)
    throw new Error("WATCHFLOOR_AUTH_SECRET needs at least 32 characters, such as `openssl rand -base64 32` prints.");
  const grants = new GrantRepository(postgres);
  const auth = openAuth({
    postgres,
    secret: authSecret,
    chooseTenant: (personId) => grants.findTenantFor(tenant, personId),
  });
  const changes = new IdentityChanges(postgres);
  const authenticator = new SessionAuthenticator({ postgres, auth, grants, changes, now });
  const sessions = new SessionRepository(postgres);
  const signIns = new SignInService({ auth, limit: new SignInLimit(postgres), sessions, authenticator, changes });
  return { authenticator, signIns, changes };
}
