import type { SendMailOptions } from "nodemailer";
import { brandSender } from "../brand-sender.js";
import type { Channel, ChannelMessage, Sender } from "../channel.js";
import type { SendOutcome } from "../send-outcome.js";
import { keepOneLine } from "../text/keep-one-line.js";
import { buildLogo, type MailPicture } from "./build-logo.js";
import { buildMailImages } from "./build-mail-images.js";
import { buildMail } from "./build-mail.js";
import { judgeMailError } from "./judge-mail-error.js";
import type { Mailer } from "./mailer.js";

/** openEmailChannel sends mails: one thread an incident or group, never answered by machines, and ended by one click (RFC 8058). */
export function openEmailChannel({
  mailer,
  sender,
}: {
  /** undefined = the installation has no mail server. */
  readonly mailer: Mailer | undefined;
  readonly sender: Sender;
}): Channel<"email"> {
  return {
    kind: "email",
    async send(message) {
      if (mailer === undefined)
        return fail({ result: "unreachable", status: null, detail: "No mail server is set (SMTP_URL)." });
      const logo = await buildLogo(message.brand);
      const mail = buildMessage(message, { mailer, logo, sender: brandSender(sender, message.brand) });
      try {
        await mailer.send(mail);
        const request = `${String(mail.subject)}\n\n${String(mail.text)}`.slice(0, 2_000);
        const detail = "Taken by the mail server.";
        return { result: "delivered", status: 250, detail, retryAfterMs: null, request, response: "" };
      } catch (cause) {
        return fail(judgeMailError(cause));
      }
    },
  };
}

function fail(judged: Pick<SendOutcome, "result" | "status" | "detail">): SendOutcome {
  return { ...judged, retryAfterMs: null, request: "", response: "" };
}

function buildMessage(
  message: ChannelMessage<"email">,
  { mailer: { from }, logo, sender }: { mailer: Mailer; logo: MailPicture | undefined; sender: Sender },
): SendMailOptions {
  const { notice, target, isMinimal } = message;
  const domain = from.split("@").at(-1) ?? "localhost";
  const thread = `<${notice.thread}@${domain}>`;
  const charts = isMinimal ? [] : buildMailImages(notice, message.images);
  const attachments = [
    ...(logo === undefined ? [] : [logo]),
    ...charts.map(({ incident: _, alt: __, ...file }) => file),
  ];
  const pictures = { hasLogo: logo !== undefined, charts };
  const { manageUrl, buildAcknowledgeUrl, wording } = message;
  const links = { sender, manageUrl, buildAcknowledgeUrl, wording, pictures };
  const { subject, text, html } = buildMail(notice, links, isMinimal);
  return {
    from: { name: keepOneLine(sender.brand?.senderName || sender.productName), address: from },
    // An address object is taken as it is: a comma in it never becomes a second recipient.
    to: { name: "", address: target.address },
    messageId: `<${notice.delivery}@${domain}>`,
    references: thread,
    inReplyTo: thread,
    ...{ subject, text, html },
    ...(attachments.length === 0 ? {} : { attachments }),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Delivery-Id": notice.delivery,
      ...buildListHeaders(message.unsubscribeUrl),
    },
  };
}

function buildListHeaders(unsubscribeUrl: string | null): Record<string, string> {
  if (unsubscribeUrl === null) return {};
  return { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
