/** matchesLimit tells whether a limit of a scope lets an id through; null lets everything through, an empty list nothing. */
export function matchesLimit(limit: readonly string[] | null, id: string): boolean {
  return limit === null || limit.includes(id);
}

/** matchesClientLimit does so for ids that are only unique within a client: `id` means it in any client, `client/id` in that one. */
export function matchesClientLimit(limit: readonly string[] | null, client: string, id: string): boolean {
  if (limit === null) return true;
  // An id with a slash in it can only be meant together with its client, else it could pass for another client's.
  return limit.includes(`${client}/${id}`) || (!id.includes("/") && limit.includes(id));
}
