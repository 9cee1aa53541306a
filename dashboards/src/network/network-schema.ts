import { z } from "zod";

const id = z.string().regex(/^[a-z0-9][a-z0-9:_-]*$/, "must be lower case letters, digits, - _ and :");
/** As long as a step of an event may be. */
const MAX_STEP_LENGTH = 256;
const MAX_STEPS = 100;
const titled = z.strictObject({ id, title: z.string().min(1) });
const openingHours = z.tuple([z.number().min(0).max(24), z.number().min(0).max(24)]).nullable();

const client = z.strictObject({
  id,
  title: z.string().min(1),
  code: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters"),
  timeZone: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code"),
  ordersPerDay: z.number().positive(),
  hours: z.array(openingHours).length(7),
  priceLists: z.array(z.string().min(1)).min(1),
  partners: z.array(
    z.strictObject({ id, title: z.string().min(1), kind: z.enum(["reseller", "marketplace", "supplier"]) }),
  ),
  stores: z.array(z.strictObject({ id, title: z.string().min(1), region: id })).min(1),
});

/** A step may be written as its name alone: it must happen, once. */
const declaredStep = z
  .union([
    z.string().min(1).max(MAX_STEP_LENGTH),
    z.strictObject({
      step: z.string().min(1).max(MAX_STEP_LENGTH),
      isOptional: z.boolean().default(false),
      mayRepeat: z.boolean().default(false),
    }),
  ])
  .transform((each) => (typeof each === "string" ? { step: each, isOptional: false, mayRepeat: false } : each));

const declaredSteps = z
  .array(declaredStep)
  .min(1)
  .max(MAX_STEPS)
  .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length, "a step appears twice");

/** networkSchema describes `network.yaml`: who and what takes part, and how busy it is. */
export const networkSchema = z
  .strictObject({
    tenant: z.strictObject({ title: z.string().min(1), timeZone: z.string().min(1) }),
    workflows: z.array(
      z.strictObject({
        id,
        title: z.string().min(1),
        limitSeconds: z.number().int().positive(),
        outOfSequence: z.enum(["apply", "applyIfNewer", "ignore", "hold"]).optional(),
        steps: declaredSteps.optional(),
      }),
    ),
    channels: z.array(titled),
    regions: z.array(titled),
    clients: z.array(client).min(1),
  })
  .superRefine((network, context) => {
    const regions = new Set(network.regions.map((region) => region.id));
    const seen = new Set<string>();
    for (const [at, each] of network.clients.entries()) {
      for (const [index, store] of each.stores.entries()) {
        const path = ["clients", at, "stores", index];
        if (!regions.has(store.region))
          context.addIssue({ code: "custom", path, message: `region ${store.region} is not declared` });
        if (seen.has(store.id)) context.addIssue({ code: "custom", path, message: `store ${store.id} appears twice` });
        seen.add(store.id);
      }
    }
  });

/** NetworkDefinition is `network.yaml` as written. */
export type NetworkDefinition = z.infer<typeof networkSchema>;
