import { createWebhookSource } from "@watchfloor/sql";
import { openTestReceiver, type TestReceiver } from "../open-test-receiver.js";
import { buildWebhookDelivery, WEBHOOK_SENDERS } from "./build-webhook-delivery.js";
import { judgeStored } from "./judge-stored.js";
import type { DoorFuzzFinding } from "./prove-otlp-fuzz.js";
import { sendFuzzed } from "./send-fuzzed.js";

/** proveWebhookFuzz sends `bodies` webhooks in three styles of signature: a forged one is never taken, a signed one never refused as forged, nothing forbidden is stored. */
export async function proveWebhookFuzz(options: { bodies: number; seed: number }): Promise<DoorFuzzFinding> {
  const receiver = await openTestReceiver({ now: () => new Date() });
  try {
    await declareSenders(receiver);
    const tally = await sendFuzzed(receiver, { ...options, build: buildWebhookDelivery });
    const { stored, keptAsRejected, forbidden } = await judgeStored(receiver);
    const faults = [...tally.faults, ...forbidden].slice(0, 10);
    return { ...tally, bodies: options.bodies, stored, keptAsRejected, faults };
  } finally {
    await receiver.close();
  }
}

async function declareSenders({ postgres, secretBox: box }: TestReceiver): Promise<void> {
  for (const sender of WEBHOOK_SENDERS) {
    const given = { tenant: "acme", client: "northmart", ...sender };
    const made = await createWebhookSource(postgres, given, { box, now: new Date() });
    if ("code" in made) throw new Error(made.message);
  }
}
