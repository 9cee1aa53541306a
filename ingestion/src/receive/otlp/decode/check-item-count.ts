import { Reader } from "protobufjs";
import { HttpRefusal } from "../../http-refusal.js";

const LENGTH_DELIMITED = 2;
/** More than any request within the limit of items has, with the messages that hold them. */
const MAX_MESSAGES = 40_000;

/** ItemPath are the field numbers that lead from a request to its items, one list a level. */
export type ItemPath = readonly (readonly number[])[];

/**
 * checkItemCount refuses a request that holds far too many messages before any of them is made an object: five million empty spans are
 * 10 MiB, or 10 kB compressed, and 1 GB as objects. Throws `HttpRefusal` 413, and what protobufjs throws where the bytes are no protobuf.
 */
export function checkItemCount(bytes: Buffer, path: ItemPath): void {
  const reader = Reader.create(bytes);
  let count = 0;
  const walk = (end: number, level: number): void => {
    while (reader.pos < end) {
      const tag = reader.uint32();
      if ((tag & 7) !== LENGTH_DELIMITED || path[level]?.includes(tag >>> 3) !== true) {
        reader.skipType(tag & 7);
        continue;
      }
      const length = reader.uint32();
      count += 1;
      if (count > MAX_MESSAGES)
        throw new HttpRefusal(413, "too_many_events", "too many items in one request: send at most 10000");
      if (level + 1 < path.length) walk(Math.min(end, reader.pos + length), level + 1);
      else reader.skip(length);
    }
  };
  walk(reader.len, 0);
}
