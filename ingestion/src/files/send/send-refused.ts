/** SendRefused says that events could not be delivered and what to do about it. */
export class SendRefused extends Error {
  override readonly name = "SendRefused";
}
