import type { RequestHeaders } from "../../cloud-events/read-cloud-events.js";

/** SignedMessage is a request whose signature is to be checked; `text` decodes the bytes once, when it is first asked for. */
export interface SignedMessage {
  readonly headers: RequestHeaders;
  readonly bytes: Buffer;
  readonly text: () => string;
}

/** SignatureStyle is one way of signing webhooks. A further one is a further file and a line in `SIGNATURE_STYLES`. */
export interface SignatureStyle {
  /** checkHeaders says why headers cannot be right, before a secret is touched; undefined = they can. */
  readonly checkHeaders: (headers: RequestHeaders, nowMs: number) => string | undefined;
  /** isSigned tells, in a time that does not depend on how much is right, whether the message was signed with the secret. */
  readonly isSigned: (message: SignedMessage, secret: string) => boolean;
  /** findDelivery gives what the sender calls this message; the same when it is sent again. */
  readonly findDelivery: (headers: RequestHeaders) => string | undefined;
}
