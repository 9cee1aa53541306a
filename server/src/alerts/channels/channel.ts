import type { ContactKind, ContactTargets } from "./contact-target.js";
import type { Notice } from "./notice.js";
import type { NoticeImages } from "./notice-image.js";
import type { NoticeWording } from "./notice-wording.js";
import type { SendOutcome } from "./send-outcome.js";

/** BuildAcknowledgeUrl gives the address that acknowledges an incident (by its id) for whoever reads the message. */
export type BuildAcknowledgeUrl = (incident: string) => string | null;

/** ChannelMessage is one attempt to tell one contact something. */
export interface ChannelMessage<Kind extends ContactKind> {
  readonly notice: Notice;
  readonly target: ContactTargets[Kind];
  /** Whether the receiver could not take the whole message: the least that still says what happened. */
  readonly isMinimal: boolean;
  readonly now: Date;
  /** Ends the subscription by one click, where mails go to people; null = nothing to end. */
  readonly unsubscribeUrl: string | null;
  /** Opens what the person subscribed to. */
  readonly manageUrl: string | null;
  /** Opens a page that acknowledges an incident for this contact, once; null = there is none. */
  readonly buildAcknowledgeUrl: BuildAcknowledgeUrl;
  /** What the tenant calls the product and how its mails look; absent = the product's own. */
  readonly brand?: SenderBrand | undefined;
  /** How the tenant words it; absent = the built-in text. Links, remarks and ends of subscriptions stay whatever it says. */
  readonly wording?: NoticeWording | undefined;
  /** Charts of its incidents that were ready by now; absent = none. */
  readonly images?: NoticeImages | undefined;
}

/** Channel puts notices into one form and sends them. `send` never rejects. */
export interface Channel<Kind extends ContactKind> {
  readonly kind: Kind;
  send(message: ChannelMessage<Kind>): Promise<SendOutcome>;
}

/** Channels is one of each. */
export type Channels = { readonly [Kind in ContactKind]: Channel<Kind> };

/** SenderBrand is the brand of a tenant, as far as messages show it. */
export interface SenderBrand {
  readonly productName: string;
  /** Who mails come from; '' = the product by its name. */
  readonly senderName: string;
  /** #rrggbb on light ground. */
  readonly colour: string;
  /** A checked data URL; '' = none. */
  readonly logo: string;
}

/** Sender is who messages come from. */
export interface Sender {
  /** What the tenant calls the product. */
  readonly productName: string;
  readonly userAgent: string;
  /** Where the pages are, without a slash at the end; null = links are left out. */
  readonly publicUrl: string | null;
  readonly brand?: SenderBrand | undefined;
}
