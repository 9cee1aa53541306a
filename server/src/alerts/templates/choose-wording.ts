import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import type { Notice } from "../channels/notice.js";
import type { NoticeWording } from "../channels/notice-wording.js";
import { MessageTemplateRepository, type MessageTemplateRow } from "./message-template.repository.js";
import { findMedium } from "./template-medium.js";
import { isWorded, wordNotice, type WordedNotice } from "./word-notice.js";

/** WordingQuestion is one attempt at a message. */
export interface WordingQuestion {
  readonly delivery: { readonly tenant: string; readonly channel: string; readonly isMinimal: boolean };
  readonly notice: Notice;
  readonly now: Date;
  readonly logger: Logger;
}

/**
 * chooseWording words a message by the template that its tenant uses for its channel, and keeps with the template how that went; undefined = the
 * built-in text, also where anything at all went wrong, and for what a receiver refused before. Never rejects.
 */
export async function chooseWording(postgres: Postgres, question: WordingQuestion): Promise<NoticeWording | undefined> {
  const { delivery, notice, logger } = question;
  const medium = findMedium(delivery.channel);
  if (medium === undefined || delivery.isMinimal || !isWorded(notice)) return undefined;
  try {
    const templates = new MessageTemplateRepository(postgres);
    const row = await templates.findInUse(delivery.tenant, medium);
    if (row === undefined) return undefined;
    const worded = wordNotice(row, notice);
    await templates.noteUse(row, { now: question.now, fault: describeFault(row, worded) });
    return worded.wording;
  } catch (cause) {
    logger.warn({ cause: renderFailure(cause), tenant: delivery.tenant }, "a template was left out");
    return undefined;
  }
}

/** What the health of a template shows; '' = it did what it says. */
function describeFault(row: MessageTemplateRow, { faults, unknown }: WordedNotice): string {
  const texts = faults.map(({ field, line, message }) => {
    const where = row[field].includes("\n") ? `${field}, line ${line}` : field;
    return `The built-in ${field} was sent. ${message} (${where})`;
  });
  const names = unknown.map((name) => `{{${name}}} rendered empty: it is no variable.`);
  return [...texts, ...names].slice(0, MOST_TOLD).join(" ");
}

const MOST_TOLD = 5;
