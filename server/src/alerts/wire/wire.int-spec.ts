import { startReceiver, type Receiver } from "../testing/start-receiver.js";
import { buildWirePolicy } from "./wire-policy.js";
import { Wire } from "./wire.js";

describe("Wire", () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver();
  });
  afterAll(() => receiver.close());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = () => ({ status: 200, body: "ok" });
  });

  const allow = (ranges = "127.0.0.1/32") =>
    buildWirePolicy({ ranges, ports: String(receiver.port), isHttpAllowed: true });
  const post = (url: string, wire = new Wire(allow())) => wire.post({ url, headers: { "x-a": "b" }, body: "{}" });

  it("sends what it is given where the operator allows it, and brings the answer back", async () => {
    receiver.answer = () => ({ status: 202, body: "taken", headers: { "retry-after": "3" } });
    expect(await post(`${receiver.url}/hook?x=1`)).toMatchObject({
      status: 202,
      body: "taken",
      headers: { "retry-after": "3" },
    });
    expect(receiver.received).toMatchObject([{ path: "/hook?x=1", body: "{}", headers: { "x-a": "b" } }]);
  });

  it.each(["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"])(
    "sends nothing to %s unless the operator allows it",
    async (host) => {
      const url = `http://${host}:${receiver.port}/`;
      expect(await post(url, new Wire(allow("")))).toMatchObject({ fault: "private_address" });
      expect(receiver.received).toEqual([]);
    },
  );

  it("refuses a name that leads inside, also when one of its addresses only does", async () => {
    for (const addresses of [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:10.0.0.1"]]) {
      const wire = new Wire(allow(""), { lookUp: () => Promise.resolve(addresses) });
      expect(await post(`http://inside.example:${receiver.port}/`, wire)).toMatchObject({ fault: "private_address" });
    }
    expect(receiver.received).toEqual([]);
  });

  it("looks a name up once and connects to what it judged: a name that answers otherwise the next time gains nothing", async () => {
    const asked: string[] = [];
    const wire = new Wire(allow(), {
      lookUp: (host) => {
        asked.push(host);
        return Promise.resolve(asked.length === 1 ? ["127.0.0.1"] : ["10.0.0.1"]);
      },
    });
    expect(await post(`http://rebind.example:${receiver.port}/`, wire)).toMatchObject({ status: 200 });
    expect(asked).toEqual(["rebind.example"]);
    expect(receiver.received[0]?.headers.host).toBe(`rebind.example:${receiver.port}`);
  });

  it("says that a name is not known", async () => {
    const wire = new Wire(allow(), { lookUp: () => Promise.reject(new Error("ENOTFOUND")) });
    expect(await post(`http://nowhere.example:${receiver.port}/`, wire)).toMatchObject({ fault: "unknown_host" });
  });

  it("follows no redirect", async () => {
    receiver.answer = () => ({ status: 302, headers: { location: `${receiver.url}/secret` } });
    expect(await post(`${receiver.url}/`)).toMatchObject({ status: 302 });
    expect(receiver.received).toHaveLength(1);
  });

  it("reads 64 kB of an answer and no more", async () => {
    receiver.answer = () => ({ status: 200, body: "x".repeat(300_000) });
    const answer = await post(`${receiver.url}/`);
    expect("body" in answer ? answer.body.length : 0).toBe(64 * 1024);
  });

  it("ends what takes too long or breaks off, and names the fault without the address", async () => {
    const wire = new Wire(allow(), { times: { connectMs: 200, totalMs: 200 } });
    receiver.answer = () => "say nothing";
    expect(await post(`${receiver.url}/s3cret`, wire)).toMatchObject({ fault: "timeout" });
    receiver.answer = () => "hang up";
    const broken = await post(`${receiver.url}/s3cret`);
    expect(broken).toMatchObject({ fault: "network" });
    expect(JSON.stringify(broken)).not.toContain("s3cret");
  });
});
