import { schema, type Postgres } from "@watchfloor/sql";
import { betterAuth } from "better-auth/minimal";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { bearer } from "better-auth/plugins/bearer";
import { SESSION_COOKIE } from "../request/read-credential.js";

const DAY_SECONDS = 86_400;
/** A session ends after a week without use. */
const IDLE_SECONDS = 7 * DAY_SECONDS;
/** Use prolongs a session, written at most once an hour. */
const PROLONG_AFTER_SECONDS = 3_600;

/** ChooseTenant names the tenant a new session of a person is for; undefined when no tenant lets them in. */
export type ChooseTenant = (personId: string) => Promise<string | undefined>;

/** Auth is the sign-in library on our tables: people, sessions, password hashes. Nothing else of it is served. */
export type Auth = ReturnType<typeof openAuth>;

/**
 * openAuth configures the library. It opens no port and calls no network: telemetry is off, and its own routes are not
 * mounted, since GraphQL is the only way in (so its origin checks and rate limits are ours, see `checkOrigin`, `SignInLimit`).
 */
export function openAuth(options: { postgres: Postgres; secret: string; chooseTenant: ChooseTenant }) {
  const { person, session, account, verification } = schema;
  return betterAuth({
    appName: "Watchfloor",
    baseURL: "http://watchfloor.internal", // only read for links in mails, which we do not send through it
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(options.postgres.db, {
      provider: "pg",
      schema: { user: person, session, account, verification },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: PROLONG_AFTER_SECONDS,
      additionalFields: { tenant: { type: "string", required: true, input: false } },
    },
    // Secure is added where the cookie is sent, because one process may be reached over https and over loopback http.
    advanced: { useSecureCookies: false, cookies: { session_token: { name: SESSION_COOKIE } } },
    rateLimit: { enabled: false },
    plugins: [bearer({ requireSignature: true })],
    databaseHooks: {
      session: {
        create: {
          async before(fresh) {
            const tenant = await options.chooseTenant(fresh.userId);
            return tenant === undefined ? false : { data: { ...fresh, tenant } };
          },
        },
      },
    },
  });
}
