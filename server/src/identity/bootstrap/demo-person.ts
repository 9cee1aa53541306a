import { z } from "zod";
import { ROLES } from "../../scope/role.js";

const ids = z.array(z.string().min(1)).min(1).optional();

/** demoPeopleSchema describes `dashboards/packs/demo/people.yaml`: one person per audience, with a password everybody knows. */
export const demoPeopleSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      name: z.string().min(1),
      email: z.email().lowercase(),
      password: z.string().min(8),
      role: z.enum(ROLES),
      audience: z.string().min(1),
      sees: z.string().min(1),
      scope: z.strictObject({ clients: ids, regions: ids, stores: ids, channels: ids, partners: ids }).default({}),
    }),
  ),
});

/** DemoPerson is one person of the demonstration installation. */
export type DemoPerson = z.infer<typeof demoPeopleSchema>["people"][number];
