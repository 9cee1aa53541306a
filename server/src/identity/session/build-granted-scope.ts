import { z } from "zod";
import type { Role } from "../../scope/role.js";
import { buildScope, type Scope } from "../../scope/scope.js";

const ids = z.array(z.string().min(1)).optional();

/** A strict object: a limit we do not know must not be read as "no limit". */
const limits = z.strictObject({ clients: ids, regions: ids, stores: ids, channels: ids, partners: ids });

/**
 * buildGrantedScope turns a stored grant of a person or a read key into the scope of its bearer; undefined when the stored
 * limits cannot be understood, so that a damaged grant opens nothing. An empty list sees nothing.
 */
export function buildGrantedScope(grant: {
  tenant: string;
  role: Role;
  subjectId: string;
  limits: unknown;
}): Scope | undefined {
  const parsed = limits.safeParse(grant.limits ?? {});
  if (!parsed.success || grant.tenant === "") return undefined;
  const { tenant, role, subjectId } = grant;
  const { clients, regions, stores, channels, partners } = parsed.data;
  return buildScope({
    ...{ tenant, role, subjectId },
    ...{
      clients: clients ?? null,
      regions: regions ?? null,
      stores: stores ?? null,
      channels: channels ?? null,
      partners: partners ?? null,
    },
  });
}
