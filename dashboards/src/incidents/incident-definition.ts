import { z } from "zod";

/** incidentsSchema describes `incidents.yaml`: which kind of trouble recurs when, and for how long. */
export const incidentsSchema = z.strictObject({
  incidents: z
    .array(
      z.strictObject({
        kind: z.enum(["region-without-price", "store-dark", "erp-outage", "partner-price-conflict", "posting-backlog"]),
        title: z.string().min(1),
        everyHours: z.number().int().positive(),
        offsetHours: z.number().int().min(0),
        lastsMinutes: z.number().int().positive(),
      }),
    )
    .min(1),
});

/** IncidentDefinition is one recurring kind of trouble; `title` may name {client}, {store}, {region}, {partner}, {priceList}. */
export type IncidentDefinition = z.infer<typeof incidentsSchema>["incidents"][number];
