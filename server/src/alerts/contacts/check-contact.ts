import { z } from "zod";
import type { ContactKind, ContactTarget } from "../channels/contact-target.js";
import { buildSigningSecret } from "../channels/webhook/build-signing-secret.js";
import type { NotificationProblem } from "../notification-problem.js";
import { checkTargetUrl } from "../wire/check-target-url.js";
import type { WirePolicy } from "../wire/wire-policy.js";

const MAX_TITLE = 80;
const ROUTING_KEY = /^[A-Za-z0-9]{32}$/;

/** ContactWish is a contact as somebody asks for it. */
export interface ContactWish {
  readonly title: string;
  readonly kind: ContactKind;
  readonly mode: "event" | "grouped" | null;
  /** An address of mail or of the web. */
  readonly address: string | null;
  readonly routingKey: string | null;
  readonly isFallback: boolean;
}

/** CheckedContact is a contact that may be kept; `hint` is what of its target may be shown, `shownOnce` a secret that was made for it. */
export interface CheckedContact {
  readonly title: string;
  readonly mode: "event" | "grouped";
  readonly target: ContactTarget;
  readonly hint: string;
  readonly shownOnce: string | null;
}

/** checkContact reads a wish, or says what is wrong with it. */
export function checkContact(wish: ContactWish, policy: WirePolicy): CheckedContact | NotificationProblem {
  const title = readContactTitle(wish.title);
  if (typeof title !== "string") return title;
  const target = readTarget(wish, policy);
  if ("code" in target) return target;
  const isForMachines = wish.kind === "webhook" || wish.kind === "pagerduty";
  // An on-call service keeps one alert an incident; put together it could end none of them.
  const mode = wish.kind === "pagerduty" ? "event" : (wish.mode ?? (isForMachines ? "event" : "grouped"));
  const shownOnce = target.kind === "webhook" ? (target.secrets[0]?.secret ?? null) : null;
  return { title, mode, target, hint: renderHint(target), shownOnce };
}

/** readContactTitle returns a title as it is kept, or says what is wrong with it. */
export function readContactTitle(text: string): string | NotificationProblem {
  const title = text.trim().replaceAll(/\s+/g, " ");
  if (title !== "" && title.length <= MAX_TITLE) return title;
  return { code: "INVALID_TITLE", message: `A title of 1 to ${MAX_TITLE} characters is needed.` };
}

function readTarget(wish: ContactWish, policy: WirePolicy): ContactTarget | NotificationProblem {
  const { kind, address, routingKey } = wish;
  if (kind === "email") {
    const read = z.email().max(254).safeParse(address?.trim().toLowerCase());
    return read.success ? { kind, address: read.data } : invalid("An e-mail address is needed.");
  }
  if (kind === "pagerduty" && !ROUTING_KEY.test(routingKey ?? ""))
    return invalid("A routing key of 32 letters and digits is needed.");
  const isOptional = kind === "pagerduty" && (address === null || address === "");
  const url = isOptional ? null : checkTargetUrl(address ?? "", policy);
  if (url !== null && !(url instanceof URL)) return invalid(url.message);
  if (kind === "pagerduty") return { kind, routingKey: routingKey ?? "", url: url?.href ?? null };
  const href = url?.href ?? "";
  return kind === "webhook"
    ? { kind, url: href, secrets: [{ secret: buildSigningSecret(), until: null }] }
    : { kind, url: href };
}

/** A host is no secret, the rest of an address is one; of a key, two signs tell it from another. */
function renderHint(target: ContactTarget): string {
  if (target.kind === "email") return target.address;
  if (target.kind === "pagerduty") return `…${target.routingKey.slice(-2)}`;
  return `${new URL(target.url).host}/…`;
}

function invalid(message: string): NotificationProblem {
  return { code: "INVALID_TARGET", message };
}
