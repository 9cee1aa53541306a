import type { Type } from "protobufjs";
import type { ZodType } from "zod";
import { HttpRefusal } from "../../http-refusal.js";
import type { OtlpEncoding } from "../encoding.js";
import { checkItemCount, type ItemPath } from "./check-item-count.js";

/** RequestForms are the two forms of the body of a signal. */
export interface RequestForms {
  readonly protobuf: Type;
  /** Where the items of the request are. */
  readonly items: ItemPath;
  readonly json: ZodType;
}

/** decodeRequest reads the body of a request. Throws `HttpRefusal` 400 when it is not one of this signal. */
export function decodeRequest<Request>(bytes: Buffer, encoding: OtlpEncoding, forms: RequestForms): Request {
  // NOTE: both forms are read by a schema of what `Request` declares; neither library knows its type.
  return (encoding === "protobuf" ? decodeProtobuf(bytes, forms) : decodeJson(bytes, forms.json)) as Request;
}

function decodeProtobuf(bytes: Buffer, { protobuf, items }: RequestForms): unknown {
  try {
    checkItemCount(bytes, items);
    return protobuf.decode(bytes);
  } catch (cause) {
    if (cause instanceof HttpRefusal) throw cause;
    throw new HttpRefusal(400, "unreadable", `the body is not protobuf of this request: ${describe(cause)}`);
  }
}

function decodeJson(bytes: Buffer, schema: ZodType): unknown {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new HttpRefusal(400, "unreadable", `the body is not JSON: ${describe(cause)}`);
  }
  const checked = check(value, schema);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue?.path.join(".") || "the body";
  throw new HttpRefusal(
    400,
    "unreadable",
    `${place.slice(0, 200)} is not as the protocol has it: ${issue?.message ?? ""}`,
  );
}

/** A value nested deeper than the stack is no request. */
function check(value: unknown, schema: ZodType) {
  try {
    return schema.safeParse(value);
  } catch (cause) {
    throw new HttpRefusal(400, "unreadable", `the body is nested too deeply: ${describe(cause)}`);
  }
}

function describe(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 200);
}
