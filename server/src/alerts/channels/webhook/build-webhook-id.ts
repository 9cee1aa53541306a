const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** buildWebhookId writes the id of a delivery (hexadecimal) as Standard Webhooks wants ids: `msg_` and base 62, without a dot, the same at every retry. */
export function buildWebhookId(delivery: string): string {
  let rest = BigInt(`0x${Buffer.from(delivery, "utf8").toString("hex") || "0"}`);
  if (/^[0-9a-f]{64}$/.test(delivery)) rest = BigInt(`0x${delivery}`);
  let text = "";
  for (; rest > 0n; rest /= 62n) text = `${ALPHABET[Number(rest % 62n)] ?? ""}${text}`;
  return `msg_${text}`;
}
