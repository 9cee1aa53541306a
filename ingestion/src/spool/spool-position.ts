/** SpoolPosition is a place in the spool: everything before it is stored in ClickHouse. */
export interface SpoolPosition {
  readonly segment: number;
  readonly offset: number;
}

/** isBefore orders positions. */
export function isBefore(left: SpoolPosition, right: SpoolPosition): boolean {
  return left.segment < right.segment || (left.segment === right.segment && left.offset < right.offset);
}
