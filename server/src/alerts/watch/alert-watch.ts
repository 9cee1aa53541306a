import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import type { Mailer } from "../channels/email/mailer.js";
import type { Wire } from "../wire/wire.js";
import { findAlertLag, type AlertLag } from "./find-alert-lag.js";

const MINUTE_MS = 60_000;
/** Whoever listens outside must notice within two minutes. */
const SILENT_FROM_MS = 1.5 * MINUTE_MS;
const EVALUATION_ALARM_MS = 5 * MINUTE_MS;
const CRITICAL_ALARM_MS = 2 * MINUTE_MS;
const ALARM_EVERY_MS = 30 * MINUTE_MS;

/** AlertWatchParts are what the watch stands on. */
export interface AlertWatchParts {
  readonly postgres: Postgres;
  readonly wire: Wire;
  readonly mailer: Mailer | undefined;
  /** undefined = nobody listens. */
  readonly heartbeatUrl: string | undefined;
  readonly alarmEmail: string | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * AlertWatch is the dead man's switch: every minute it says outside that alerting works, and says nothing when it does not. The alarm about
 * alerting goes by mail, past everything that groups, holds or queues messages.
 */
export class AlertWatch {
  private alarmedAt = -Infinity;

  constructor(private readonly parts: AlertWatchParts) {}

  /** run looks once and returns what it saw. Rejects when the database does not answer: then nothing is said either. */
  async run(): Promise<void> {
    const now = this.parts.now();
    const lag = await findAlertLag(this.parts.postgres, now);
    const isWell = lag.evaluationMs < SILENT_FROM_MS && lag.criticalMs < SILENT_FROM_MS;
    if (isWell) await this.beat(now);
    if (lag.evaluationMs > EVALUATION_ALARM_MS || lag.criticalMs > CRITICAL_ALARM_MS) await this.alarm(lag, now);
  }

  private async beat(now: Date): Promise<void> {
    const { heartbeatUrl, wire, logger } = this.parts;
    if (heartbeatUrl === undefined) return;
    const body = JSON.stringify({ type: "alert.heartbeat", timestamp: now.toISOString() });
    const answer = await wire.post({ url: heartbeatUrl, body, headers: { "content-type": "application/json" } });
    if ("fault" in answer || answer.status >= 300)
      logger.warn({ cause: "fault" in answer ? answer.detail : answer.status }, "nobody heard that alerting works");
  }

  private async alarm({ evaluationMs, criticalMs }: AlertLag, now: Date): Promise<void> {
    const { alarmEmail, mailer, logger } = this.parts;
    if (now.getTime() - this.alarmedAt < ALARM_EVERY_MS) return;
    this.alarmedAt = now.getTime();
    const minutes = (ms: number) => Math.round(ms / MINUTE_MS);
    const text = `Rules are evaluated ${minutes(evaluationMs)} min late; the oldest critical message has waited for ${minutes(criticalMs)} min.`;
    logger.error({ evaluationMs, criticalMs }, "alerting is behind");
    if (alarmEmail === undefined || mailer === undefined) return;
    const to = { name: "", address: alarmEmail };
    await mailer
      .send({ from: { name: "Watchfloor", address: mailer.from }, to, subject: "Watchfloor: alerting is behind", text })
      .catch((cause: unknown) => logger.error({ cause: renderFailure(cause) }, "alarm about alerting not mailed"));
  }
}
