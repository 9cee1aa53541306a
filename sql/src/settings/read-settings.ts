import { z } from "zod";

/** Role is a part of the product that a process can host. */
export type Role = "ingest" | "api" | "worker";

/** Settings are everything the environment decides (CONTRACT section 1). */
export interface Settings {
  readonly dataDirectory: string;
  readonly port: number;
  readonly ingestPort: number;
  readonly host: string;
  /** undefined = decide by the data directory. */
  readonly demo: boolean | undefined;
  readonly tenant: string;
  readonly ingestKey: string | undefined;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly authSecret: string | undefined;
  /** What secrets of webhook sources and of contacts are encrypted with; undefined = a file of the data directory. */
  readonly secretKey: string | undefined;
  readonly roles: readonly Role[];
  readonly clickhouseUrl: string | undefined;
  readonly clickhouseCluster: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
  readonly alerting: AlertingSettings;
}

/** AlertingSettings is how messages about alerts leave an installation. */
export interface AlertingSettings {
  /** undefined = no mails are sent. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Where people open the pages, without a slash at the end; undefined = messages hold no links. */
  readonly publicUrl: string | undefined;
  /** Private addresses, ports and http that messages may go to besides public ones by https. */
  readonly allowedRanges: string;
  readonly allowedPorts: string;
  readonly isHttpAllowed: boolean;
  /** Told every minute that alerting works. */
  readonly heartbeatUrl: string | undefined;
  /** Mailed when it does not. */
  readonly alarmEmail: string | undefined;
}

/** SettingsFault names every variable at fault at once, each with what to do. */
export class SettingsFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "SettingsFault";
  }
}

const port = (initial: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a port number between 0 and 65535")
    .transform(Number)
    .refine((value) => value <= 65_535, "must be a port number between 0 and 65535")
    .default(initial);
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` }).optional();
const roles = z
  .string()
  .default("ingest,api,worker")
  .transform((text) => text.split(",").map((role) => role.trim()))
  .pipe(z.array(z.enum(["ingest", "api", "worker"], { error: "must be a list of ingest, api, worker" })).min(1));

const schema = z.object({
  WATCHFLOOR_DATA: z.string().default("./data"),
  WATCHFLOOR_PORT: port(8080),
  WATCHFLOOR_INGEST_PORT: port(4318),
  WATCHFLOOR_HOST: z.string().default("127.0.0.1"),
  WATCHFLOOR_DEMO: z.enum(["on", "off"], { error: "must be on or off" }).optional(),
  WATCHFLOOR_TENANT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be lower-case letters, digits and dashes, at most 63")
    .default("default"),
  WATCHFLOOR_INGEST_KEY: z.string().min(16, "must have at least 16 characters").optional(),
  WATCHFLOOR_ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  WATCHFLOOR_ADMIN_PASSWORD: z.string().min(10, "must have at least 10 characters").optional(),
  WATCHFLOOR_AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  WATCHFLOOR_SECRET_KEY: z.string().min(32, "must have at least 32 characters").optional(),
  WATCHFLOOR_ROLES: roles,
  WATCHFLOOR_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error"]).default("info"),
  SMTP_URL: url(/^smtps?$/, "smtp://user:password@mail.example:587"),
  WATCHFLOOR_MAIL_FROM: z.email("must be an e-mail address").default("watchfloor@localhost.localdomain"),
  WATCHFLOOR_PUBLIC_URL: url(/^https?$/, "https://watchfloor.example"),
  WATCHFLOOR_ALERT_RANGES: z.string().default(""),
  WATCHFLOOR_ALERT_PORTS: z.string().default(""),
  WATCHFLOOR_ALERT_HTTP: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
  WATCHFLOOR_HEARTBEAT_URL: url(/^https?$/, "https://watch.example/ping/1"),
  WATCHFLOOR_ALARM_EMAIL: z.email("must be an e-mail address").optional(),
  CLICKHOUSE_URL: url(/^https?$/, "http://user:password@clickhouse:8123/default"),
  CLICKHOUSE_CLUSTER: z.string().regex(/^\w+$/, "must be a cluster name").optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, "postgres://user:password@postgres:5432/watchfloor"),
});

/** readSettings reads the environment once. Throws `SettingsFault` with all faults together. An empty variable counts as unset. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = schema.safeParse(given);
  const faults = read.success
    ? findContradictions(read.data)
    : read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  if (!read.success || faults.length > 0) throw new SettingsFault(faults);
  const { data } = read;
  return {
    dataDirectory: data.WATCHFLOOR_DATA,
    port: data.WATCHFLOOR_PORT,
    ingestPort: data.WATCHFLOOR_INGEST_PORT,
    host: data.WATCHFLOOR_HOST,
    demo: data.WATCHFLOOR_DEMO === undefined ? undefined : data.WATCHFLOOR_DEMO === "on",
    tenant: data.WATCHFLOOR_TENANT,
    ingestKey: data.WATCHFLOOR_INGEST_KEY,
    adminEmail: data.WATCHFLOOR_ADMIN_EMAIL,
    adminPassword: data.WATCHFLOOR_ADMIN_PASSWORD,
    authSecret: data.WATCHFLOOR_AUTH_SECRET,
    secretKey: data.WATCHFLOOR_SECRET_KEY,
    roles: data.WATCHFLOOR_ROLES,
    clickhouseUrl: data.CLICKHOUSE_URL,
    clickhouseCluster: data.CLICKHOUSE_CLUSTER,
    databaseUrl: data.DATABASE_URL,
    logLevel: data.WATCHFLOOR_LOG_LEVEL,
    alerting: readAlerting(data),
  };
}

function readAlerting(data: z.infer<typeof schema>): AlertingSettings {
  return {
    smtpUrl: data.SMTP_URL,
    mailFrom: data.WATCHFLOOR_MAIL_FROM,
    publicUrl: data.WATCHFLOOR_PUBLIC_URL?.replace(/\/+$/, ""),
    allowedRanges: data.WATCHFLOOR_ALERT_RANGES,
    allowedPorts: data.WATCHFLOOR_ALERT_PORTS,
    isHttpAllowed: data.WATCHFLOOR_ALERT_HTTP === "on",
    heartbeatUrl: data.WATCHFLOOR_HEARTBEAT_URL,
    alarmEmail: data.WATCHFLOOR_ALARM_EMAIL,
  };
}

function findContradictions(data: z.infer<typeof schema>): string[] {
  const faults: string[] = [];
  const isSplit = data.WATCHFLOOR_ROLES.length < 3;
  if (isSplit && (data.CLICKHOUSE_URL === undefined) !== (data.DATABASE_URL === undefined))
    faults.push("CLICKHOUSE_URL and DATABASE_URL must both be set when roles run in processes of their own");
  if (data.CLICKHOUSE_CLUSTER !== undefined && data.CLICKHOUSE_URL === undefined)
    faults.push("CLICKHOUSE_CLUSTER needs CLICKHOUSE_URL");
  if (
    data.DATABASE_URL !== undefined &&
    data.WATCHFLOOR_ROLES.includes("api") &&
    data.WATCHFLOOR_AUTH_SECRET === undefined
  )
    faults.push("WATCHFLOOR_AUTH_SECRET must be set, the same for every api process, when DATABASE_URL is set");
  if (data.WATCHFLOOR_DEMO === "on" && data.DATABASE_URL !== undefined)
    faults.push("WATCHFLOOR_DEMO=on works with the embedded engines only: unset DATABASE_URL");
  if (data.WATCHFLOOR_DEMO === "on" && !isLoopback(data.WATCHFLOOR_HOST))
    faults.push("WATCHFLOOR_DEMO=on shows passwords on the sign-in page and needs a loopback WATCHFLOOR_HOST");
  return faults;
}

/** isLoopback tells whether an address is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
