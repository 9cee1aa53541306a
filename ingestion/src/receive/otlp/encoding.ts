import { HttpRefusal } from "../http-refusal.js";

/** OtlpEncoding is how a request is written; it is answered in the same. */
export type OtlpEncoding = "json" | "protobuf";

/** CONTENT_TYPES are the media types of the encodings. */
export const CONTENT_TYPES: Readonly<Record<OtlpEncoding, string>> = {
  json: "application/json",
  protobuf: "application/x-protobuf",
};

/** findEncoding reads a Content-Type header; undefined when it is of no encoding of the protocol. */
export function findEncoding(contentType: string | undefined): OtlpEncoding | undefined {
  const mediaType = (contentType?.split(";")[0] ?? "").trim().toLowerCase();
  if (mediaType === CONTENT_TYPES.protobuf) return "protobuf";
  return mediaType === CONTENT_TYPES.json ? "json" : undefined;
}

/** getEncoding is `findEncoding`. Throws `HttpRefusal` 415. */
export function getEncoding(contentType: string | undefined): OtlpEncoding {
  const encoding = findEncoding(contentType);
  if (encoding !== undefined) return encoding;
  const given = (contentType ?? "").slice(0, 100) || "(none)";
  throw new HttpRefusal(
    415,
    "unsupported_type",
    `Content-Type ${given} is not supported: send application/x-protobuf or application/json`,
  );
}
