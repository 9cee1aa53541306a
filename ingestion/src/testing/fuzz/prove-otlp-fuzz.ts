import { openTestReceiver } from "../open-test-receiver.js";
import { buildOtlpBody } from "./build-otlp-body.js";
import { judgeStored } from "./judge-stored.js";
import { sendFuzzed, type FuzzTally } from "./send-fuzzed.js";

/** DoorFuzzFinding is what happened to the requests to a door. */
export interface DoorFuzzFinding extends FuzzTally {
  readonly bodies: number;
  readonly stored: number;
  readonly keptAsRejected: number;
}

/** proveOtlpFuzz sends `bodies` requests to the doors of OpenTelemetry and holds every event that was stored against an independent schema. */
export async function proveOtlpFuzz(options: { bodies: number; seed: number }): Promise<DoorFuzzFinding> {
  const receiver = await openTestReceiver({ now: () => new Date() });
  const authorization = `Bearer ${receiver.key}`;
  try {
    const tally = await sendFuzzed(receiver, {
      ...options,
      build: (dice) => {
        const request = buildOtlpBody(dice);
        return { ...request, headers: { authorization, ...request.headers } };
      },
    });
    const { stored, keptAsRejected, forbidden } = await judgeStored(receiver);
    const faults = [...tally.faults, ...forbidden].slice(0, 10);
    return { ...tally, bodies: options.bodies, stored, keptAsRejected, faults };
  } finally {
    await receiver.close();
  }
}
