import { checkTargetUrl } from "./check-target-url.js";
import { isAllowedAddress } from "./is-allowed-address.js";
import { buildWirePolicy } from "./wire-policy.js";

const strict = buildWirePolicy({ ranges: "", ports: "", isHttpAllowed: false });

it.each([
  ["http://example.org/", "NOT_HTTPS"],
  ["ftp://example.org/", "NOT_HTTPS"],
  ["javascript:alert(1)", "INVALID_URL"],
  ["not an address", "INVALID_URL"],
  [`https://example.org/${"x".repeat(2_000)}`, "INVALID_URL"],
  ["https://user@example.org/", "HAS_USER"],
  ["https://user:password@example.org/", "HAS_USER"],
  ["https://example.org:80/", "PORT_NOT_ALLOWED"],
  ["https://example.org:8080/", "PORT_NOT_ALLOWED"],
  ["https://127.0.0.1/", "PRIVATE_ADDRESS"],
  ["https://2130706433/", "PRIVATE_ADDRESS"],
  ["https://0177.0.0.1/", "PRIVATE_ADDRESS"],
  ["https://0x7f000001/", "PRIVATE_ADDRESS"],
  ["https://[::1]/", "PRIVATE_ADDRESS"],
  ["https://169.254.169.254/latest/meta-data", "PRIVATE_ADDRESS"],
])("refuses %s: %s", (url, reason) => {
  expect(checkTargetUrl(url, strict)).toMatchObject({ reason });
});

it.each([
  "https://hooks.example.org/x",
  "https://example.org:8443/",
  "https://93.184.216.34/",
  "https://bücher.example/",
])("takes %s", (url) => expect(checkTargetUrl(url, strict)).toBeInstanceOf(URL));

it("takes what the operator allows besides", () => {
  const policy = buildWirePolicy({ ranges: "10.1.0.0/16, fd00:1::/32", ports: "9000-9002", isHttpAllowed: true });
  expect(checkTargetUrl("http://10.1.2.3:9001/", policy)).toBeInstanceOf(URL);
  expect(checkTargetUrl("http://10.2.2.3:9001/", policy)).toMatchObject({ reason: "PRIVATE_ADDRESS" });
  expect(checkTargetUrl("http://[fd00:1::5]:9002/", policy)).toBeInstanceOf(URL);
  expect(checkTargetUrl("http://10.1.2.3:9003/", policy)).toMatchObject({ reason: "PORT_NOT_ALLOWED" });
});

it.each([
  ...["127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
  ...["169.254.169.254", "100.64.0.1", "100.127.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
  ...["192.0.0.8", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00::1", "ff02::1"],
  ...["::ffff:127.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::"],
  ...["2001::1", "2001:db8::1", "100::1", "fec0::1", "no address"],
])("sends nothing to %s", (address) => expect(isAllowedAddress(address, strict)).toBe(false));

it.each(["93.184.216.34", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1111", "::ffff:93.184.216.34"])(
  "sends to %s",
  (address) => expect(isAllowedAddress(address, strict)).toBe(true),
);

it.each([
  ["10.0.0.0", ""],
  ["10.0.0.0/33", ""],
  ["", "x"],
  ["", "70000"],
  ["", "9-8"],
])("cannot read ranges %j, ports %j", (ranges, ports) =>
  expect(() => buildWirePolicy({ ranges, ports, isHttpAllowed: false })).toThrow("write"),
);
