import type { ClickHouse, Postgres, SecretBox } from "@watchfloor/sql";
import type { Logger } from "pino";
import type { Mailer } from "../alerts/channels/email/mailer.js";
import type { WirePolicy } from "../alerts/wire/wire-policy.js";

/** ApiOptions are what the api role stands on; the composition gives them in. */
export interface ApiOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly clickhouse: ClickHouse;
  readonly postgres: Postgres;
  readonly now: () => Date;
  readonly isDemo: boolean;
  /** Tenant that a person of several signs in to. */
  readonly tenant: string;
  readonly authSecret: string;
  /** Encrypts the secrets of webhook sources; without it none can be declared. */
  readonly secretBox?: SecretBox | undefined;
  /** Where the receivers listen, for people who send their first event; their default unless told. */
  readonly ingestPort?: number | undefined;
  /** Sends mails that ask for confirmation; undefined = nobody can be mailed. */
  readonly mailer?: Mailer | undefined;
  /** Where messages may go besides public addresses by https. */
  readonly wirePolicy?: WirePolicy | undefined;
  /** Where people open the pages; undefined = mails hold no links. */
  readonly publicUrl?: string | undefined;
  /** The built pages; undefined = no pages. */
  readonly webDirectory: string | undefined;
  readonly logger: Logger;
}
