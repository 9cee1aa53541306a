import { z } from "zod";

const place = z.string().min(1).max(256);

/** slaPolicySchema describes one promise: "what is for this place is done within the limit, in this share of cases". */
export const slaPolicySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,126}$/, "must be lower-case words joined by hyphens"),
    title: z.string().min(1),
    client: place.optional(),
    workflow: place.optional(),
    channel: place.optional(),
    store: place.optional(),
    partner: place.optional(),
    limitSeconds: z
      .number()
      .int()
      .positive()
      .max(366 * 86_400),
    target: z.number().gt(0).max(1),
    windowDays: z.number().int().min(1).max(366).default(30),
    /** Id of a calendar, or '@store' for that of the run's store; the wall clock unless told. */
    calendar: z.string().min(1).optional(),
    /** Only these pauses stop the clock; every pause unless told. */
    pauseReasons: z.array(z.string().min(1)).optional(),
    tier: z.string().max(64).optional(),
  })
  .refine(({ client, store }) => store === undefined || client !== undefined, {
    path: ["store"],
    message: "is unique only within a client: name the client too",
  });

/** DeclaredSlaPolicy is one policy as read. */
export type DeclaredSlaPolicy = z.infer<typeof slaPolicySchema>;

/** slaPoliciesSchema describes a `policies.yaml`. */
export const slaPoliciesSchema = z
  .strictObject({ title: z.string().min(1), policies: z.array(slaPolicySchema).min(1) })
  .superRefine(({ policies }, context) => {
    const ids = policies.map(({ id }) => id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        context.addIssue({ code: "custom", path: ["policies", index, "id"], message: `"${id}" is there twice` });
    });
  });
