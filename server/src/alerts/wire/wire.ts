import { checkTargetUrl, readHost } from "./check-target-url.js";
import { findTargetAddress, lookUpAddresses, type LookUp } from "./find-target-address.js";
import { postRequest, type PostTimes } from "./post-request.js";
import type { WireAnswer, WireRequest } from "./wire-answer.js";
import type { WirePolicy } from "./wire-policy.js";

/** Wire sends requests to addresses that people gave, and to none that leads inside. */
export class Wire {
  private readonly lookUp: LookUp;

  constructor(
    readonly policy: WirePolicy,
    private readonly parts: { readonly lookUp?: LookUp; readonly times?: PostTimes } = {},
  ) {
    this.lookUp = parts.lookUp ?? lookUpAddresses;
  }

  /** post judges the address anew each time, looks it up once and sends. Never rejects. */
  async post(request: WireRequest): Promise<WireAnswer> {
    const url = checkTargetUrl(request.url, this.policy);
    if (!(url instanceof URL))
      return {
        fault: url.reason === "PRIVATE_ADDRESS" ? "private_address" : "refused_target",
        detail: url.message,
      };
    const found = await findTargetAddress(readHost(url), this.policy, this.lookUp);
    if ("fault" in found) return found;
    const { times } = this.parts;
    return postRequest({ url, address: found.address, ...(times === undefined ? {} : { times }) }, request);
  }
}
