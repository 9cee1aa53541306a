import type { OtlpKeyValue } from "../decode/otlp-request.js";
import { readAnyValue } from "../values/read-any-value.js";

/** OWN_PREFIX is the namespace of the attributes that fill fields of an event. */
export const OWN_PREFIX = "watchfloor.";

/** OWN_NAMES says which field of an event each attribute of our namespace fills. */
const OWN_NAMES: ReadonlyMap<string, readonly [string] | readonly [string, string]> = new Map([
  ["watchfloor.client", ["client"]],
  ["watchfloor.store", ["store"]],
  ["watchfloor.channel", ["channel"]],
  ["watchfloor.partner", ["partner"]],
  ["watchfloor.region", ["region"]],
  ["watchfloor.brand", ["brand"]],
  ["watchfloor.correlation", ["correlation"]],
  ["watchfloor.actor", ["actor"]],
  ["watchfloor.workflow", ["workflow"]],
  ["watchfloor.run", ["run"]],
  ["watchfloor.due_at", ["dueAt"]],
  ["watchfloor.attempts", ["attempts"]],
  ["watchfloor.human_touched", ["humanTouched"]],
  ["watchfloor.entity.type", ["entity", "type"]],
  ["watchfloor.entity.id", ["entity", "id"]],
  ["watchfloor.entity.version", ["entity", "version"]],
  ["watchfloor.money.amount", ["money", "amount"]],
  ["watchfloor.money.currency", ["money", "currency"]],
  ["watchfloor.exception.id", ["exception"]],
  ["watchfloor.exception.class", ["class"]],
]);

/** OwnFields are fields of an event as attributes of our namespace give them; nothing has checked them. */
export type OwnFields = Readonly<Record<string, unknown>>;

const NONE: OwnFields = {};

/** isOwnName says whether an attribute fills a field. */
export function isOwnName(name: string): boolean {
  return name.startsWith(OWN_PREFIX) && OWN_NAMES.has(name);
}

/** readOwnFields returns the fields that attributes fill. */
export function readOwnFields(attributes: readonly OtlpKeyValue[] | null | undefined): OwnFields {
  let fields: Record<string, unknown> | undefined;
  for (const { key, value } of attributes ?? []) {
    if (!key?.startsWith(OWN_PREFIX)) continue;
    const place = OWN_NAMES.get(key);
    const read = readAnyValue(value);
    if (place === undefined || read === undefined) continue;
    const [field, part] = place;
    fields ??= {};
    if (part === undefined) fields[field] = read;
    else fields[field] = { ...(fields[field] as object | undefined), [part]: read };
  }
  return fields ?? NONE;
}

/** joinFields lets the fields of a span, record or point go before those of its resource. */
export function joinFields(resource: OwnFields, own: OwnFields): Record<string, unknown> {
  const joined = { ...resource, ...own };
  for (const name of ["entity", "money"])
    if (resource[name] !== undefined && own[name] !== undefined)
      joined[name] = { ...(resource[name] as object), ...(own[name] as object) };
  return joined;
}
