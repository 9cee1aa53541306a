import { Webhook } from "standardwebhooks";
import { signStandard } from "../testing/sign-webhook.js";
import type { SignedMessage } from "./signature-style.js";
import { SIGNATURE_STYLES } from "./signature-styles.js";

const message = (body: string, headers: Record<string, string>): SignedMessage => ({
  headers,
  bytes: Buffer.from(body),
  text: () => body,
});

describe("GitHub's signature", () => {
  // The values of "Testing the webhook payload validation" in GitHub's documentation.
  const secret = "It's a Secret to Everybody";
  const header = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  it("fits the documented example, and nothing else", () => {
    const { isSigned } = SIGNATURE_STYLES.github;
    const headers = { "x-hub-signature-256": header };
    expect(isSigned(message("Hello, World!", headers), secret)).toBe(true);
    expect(isSigned(message("Hello, World?", headers), secret)).toBe(false);
    expect(isSigned(message("Hello, World!", headers), "another secret")).toBe(false);
    expect(isSigned(message("Hello, World!", { "x-hub-signature-256": header.toUpperCase() }), secret)).toBe(false);
  });

  it.each([{}, { "x-hub-signature": "sha1=1" }, { "x-hub-signature-256": "sha256=" }])(
    "needs its header: %j",
    (headers) => expect(SIGNATURE_STYLES.github.checkHeaders(headers, 0)).toContain("x-hub-signature-256"),
  );
});

describe("Shopify's signature", () => {
  it("fits HMAC-SHA-256 in base64 over the raw body", () => {
    // By openssl: printf '{"id":1}' | openssl dgst -sha256 -hmac hush -binary | base64
    const headers = { "x-shopify-hmac-sha256": "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=" };
    expect(SIGNATURE_STYLES.shopify.isSigned(message('{"id":1}', headers), "hush")).toBe(true);
    expect(SIGNATURE_STYLES.shopify.isSigned(message('{"id": 1}', headers), "hush")).toBe(false);
  });
});

describe("the signature of Standard Webhooks", () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const at = new Date("2021-02-25T05:12:05Z");
  const { checkHeaders, isSigned } = SIGNATURE_STYLES.standard;

  it("fits the reference vector of the Standard Webhooks libraries", () => {
    const headers = {
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    expect(isSigned(message('{"test": 2432232314}', headers), secret)).toBe(true);
    expect(isSigned(message('{"test": 2432232315}', headers), secret)).toBe(false);
  });

  it("fits when one of several signatures does, while a secret is replaced", () => {
    const headers = signStandard("{}", { secret, id: "msg_1", at });
    const other = new Webhook("whsec_b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldA==").sign("msg_1", at, "{}");
    const both = { ...headers, "webhook-signature": `v1a,x ${other} ${headers["webhook-signature"] ?? ""}` };
    expect(isSigned(message("{}", both), secret)).toBe(true);
    expect(isSigned(message("{}", { ...headers, "webhook-signature": other }), secret)).toBe(false);
    expect(isSigned(message("{}", { ...headers, "webhook-id": "msg_2" }), secret)).toBe(false);
  });

  it.each([
    ["five minutes old", -300, true],
    ["older", -301, false],
    ["five minutes ahead", 300, true],
    ["further ahead", 301, false],
  ])("takes a time that is %s: %s", (_name, seconds, isTaken) => {
    const headers = signStandard("{}", { secret, id: "m", at: new Date(at.getTime() + seconds * 1000) });
    expect(checkHeaders(headers, at.getTime()) === undefined).toBe(isTaken);
  });

  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"])("needs %s", (name) => {
    const { [name]: _left, ...headers } = signStandard("{}", { secret, id: "m", at });
    expect(checkHeaders(headers, at.getTime())).toBeDefined();
  });

  it.each(["soon", "-1", "1e9", "1614229925.5"])("refuses the time %s", (timestamp) => {
    const headers = { ...signStandard("{}", { secret, id: "m", at }), "webhook-timestamp": timestamp };
    expect(checkHeaders(headers, at.getTime())).toBeDefined();
  });
});
