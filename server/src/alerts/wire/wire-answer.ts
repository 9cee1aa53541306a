/** WireFault is why a request had no answer. */
export type WireFault =
  "refused_target" | "unknown_host" | "private_address" | "bad_certificate" | "timeout" | "network";

/** WireAnswer is what came back: a status with at most 64 kB of its body, or why nothing did. `detail` holds no part of the address but its host. */
export type WireAnswer =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly fault: WireFault; readonly detail: string };

/** WireRequest is a POST to an address that somebody gave. */
export interface WireRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
