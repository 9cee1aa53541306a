import type { SecretBox } from "@watchfloor/sql";
import { z } from "zod";
import type { ContactTarget } from "../channels/contact-target.js";

const targetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), address: z.string() }),
  z.strictObject({ kind: z.literal("slack"), url: z.string() }),
  z.strictObject({ kind: z.literal("teams"), url: z.string() }),
  z.strictObject({ kind: z.literal("pagerduty"), routingKey: z.string(), url: z.string().nullable() }),
  z.strictObject({
    kind: z.literal("webhook"),
    url: z.string(),
    secrets: z.array(z.strictObject({ secret: z.string(), until: z.number().nullable() })),
  }),
]);

/** TargetPlace is whose target is sealed: it opens as that of no other contact. */
export interface TargetPlace {
  readonly tenant: string;
  readonly id: string;
}

/** sealTarget encrypts where the messages of a contact go. */
export function sealTarget(box: SecretBox, place: TargetPlace, target: ContactTarget): string {
  return box.seal(JSON.stringify(target), buildPlace(place));
}

/** openTarget gives it back; undefined = it was sealed with another key, for another contact, or is none. */
export function openTarget(box: SecretBox, place: TargetPlace, sealed: string | null): ContactTarget | undefined {
  const text = sealed === null ? undefined : box.open(sealed, buildPlace(place));
  if (text === undefined) return undefined;
  const read = targetSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}

function buildPlace({ tenant, id }: TargetPlace): string {
  return `alert contact ${tenant}/${id}`;
}
