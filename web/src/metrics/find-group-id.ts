interface KeyPart {
  readonly dimension: string;
  readonly id: string | null;
}

/** findGroupId finds the id of one dimension in a group's key, "" when the group has none. */
export function findGroupId(key: readonly KeyPart[], dimension: string): string {
  return key.find((part) => part.dimension.toUpperCase() === dimension)?.id ?? "";
}
