import { chooseKeptHeaders } from "./choose-kept-headers.js";

describe("chooseKeptHeaders", () => {
  it("keeps what a message says of itself, and no credential, signature or address", () => {
    const kept = {
      "x-shopify-topic": "orders/create",
      "x-github-event": "push",
      "webhook-id": "m",
      "x-github-delivery": "d",
    };
    const dropped = {
      authorization: "Bearer x",
      cookie: "c",
      "x-api-key": "k",
      "x-auth-token": "t",
      "x-shopify-hmac-sha256": "s",
      "x-hub-signature-256": "s",
      "webhook-signature": "v1,s",
      "x-forwarded-for": "1.2.3.4",
      "x-real-ip": "1.2.3.4",
      host: "h",
      "content-type": "application/json",
    };
    expect(chooseKeptHeaders({ ...kept, ...dropped })).toEqual(kept);
  });
});
