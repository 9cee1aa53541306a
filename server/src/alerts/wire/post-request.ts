import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import type { WireAnswer, WireFault, WireRequest } from "./wire-answer.js";

/** Standard Webhooks asks senders to wait for 15 to 30 s. */
const CONNECT_MS = 5_000;
const TOTAL_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** PostTimes are how long a request may take, in milliseconds. */
export interface PostTimes {
  readonly connectMs: number;
  readonly totalMs: number;
}

/** WireTarget is a judged address of the web and the one machine it stands for. */
export interface WireTarget {
  readonly url: URL;
  readonly address: string;
  readonly times?: PostTimes;
}

/** postRequest connects to the given machine and no other, follows no redirect, and reads at most 64 kB of the answer. Never rejects. */
export function postRequest({ url, address, times }: WireTarget, { headers, body }: WireRequest): Promise<WireAnswer> {
  const { connectMs, totalMs } = times ?? { connectMs: CONNECT_MS, totalMs: TOTAL_MS };
  const bytes = Buffer.from(body, "utf8");
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    lookup: buildFixedLookup(address),
    headers: { ...headers, "content-length": String(bytes.length) },
  };
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const sent = send(url, options, (answer) => void readAnswer(answer).then(end, fail));
    const total = setTimeout(() => stop("timeout", `No answer within ${totalMs / 1_000} s.`), totalMs);
    const connecting = setTimeout(() => stop("timeout", `No connection within ${connectMs / 1_000} s.`), connectMs);
    sent.on("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(connecting));
    });
    const end = (result: WireAnswer) => {
      clearTimeout(total);
      clearTimeout(connecting);
      resolve(result);
      sent.destroy();
    };
    const stop = (fault: WireFault, detail: string) => end({ fault, detail });
    const fail = (cause: unknown) => end(describeFault(cause));
    sent.on("error", fail);
    sent.end(bytes);
  });
}

/** The system is not asked again: whatever name is looked up is at this address. */
function buildFixedLookup(address: string): LookupFunction {
  const family = isIPv6(address) ? 6 : 4;
  return (_host, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function readAnswer(answer: IncomingMessage): Promise<WireAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, MAX_ANSWER_BYTES - size));
    size += chunk.length;
    if (size >= MAX_ANSWER_BYTES) break;
  }
  const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
  const body = Buffer.concat(chunks).toString("utf8");
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}

const CERTIFICATE = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_SSL_.*CERT)/;

/** Codes alone are told: messages of the system may repeat the address. */
function describeFault(cause: unknown): WireAnswer {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  return CERTIFICATE.test(code)
    ? { fault: "bad_certificate", detail: `The certificate is not trusted (${code}).` }
    : { fault: "network", detail: `The connection failed (${code}).` };
}
