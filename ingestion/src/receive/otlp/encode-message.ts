import type { Type } from "protobufjs";
import type { OtlpEncoding } from "./encoding.js";

/** encodeMessage writes an answer in the encoding of its request; integers of 64 bits are texts in JSON, as the protocol has it. */
export function encodeMessage(message: Readonly<Record<string, unknown>>, encoding: OtlpEncoding, type: Type): Buffer {
  if (encoding === "json") return Buffer.from(JSON.stringify(message));
  return Buffer.from(type.encode(type.fromObject(message)).finish());
}
