import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { HttpRefusal } from "./http-refusal.js";

/** MAX_BODY_BYTES is the limit of a request, before and after decompression (CONTRACT section 2). */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

const unzip = promisify(gunzip);

/** decompressBody undoes a Content-Encoding. Throws `HttpRefusal` when it is unknown, not what it says, or too large inside. */
export async function decompressBody(bytes: Buffer, encoding = ""): Promise<Buffer> {
  if (encoding === "" || encoding === "identity") return bytes;
  if (encoding !== "gzip")
    throw new HttpRefusal(
      415,
      "unsupported_encoding",
      `Content-Encoding ${encoding} is not supported: send gzip or none`,
    );
  try {
    return await unzip(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (cause) {
    if ((cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE")
      throw new HttpRefusal(
        413,
        "too_large",
        "the body is larger than 10 MiB after decompression: send smaller batches",
      );
    throw new HttpRefusal(400, "unreadable", "the body is not valid gzip: check Content-Encoding and the sender");
  }
}
