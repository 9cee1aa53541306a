import type { Fields } from "./read-attributes.js";

/** joinFields lets the fields of a span, record or point go before those of its resource. */
export function joinFields(resource: Fields, own: Fields | undefined): Fields {
  if (own === undefined) return resource;
  const joined: Record<string, unknown> = { ...resource, ...own };
  for (const name of ["entity", "money"])
    if (resource[name] !== undefined && own[name] !== undefined)
      joined[name] = { ...(resource[name] as object), ...(own[name] as object) };
  return joined;
}
