import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { readSettings } from "@watchfloor/sql";
import { runWebhookCommand } from "./run-webhook-command.js";

let directory: string;
// One for all: making a database takes seconds, and whoever is refused leaves it as it was.
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-webhook-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function run(argv: string[], input = ""): Promise<{ code: number; said: string }> {
  const out = new PassThrough();
  const code = await runWebhookCommand(argv, {
    settings: readSettings({ WATCHFLOOR_DATA: join(directory, "data") }),
    input: Readable.from([input]),
    out,
    now: () => new Date("2026-06-01T08:00:00Z"),
  });
  out.end();
  return { code, said: Buffer.concat(await out.toArray()).toString() };
}
const add = ["add", "shop", "--style", "shopify", "--mapping", "shopify-orders", "--client", "northmart"];

describe("npm run webhook", () => {
  it("declares, rotates, lists and revokes, and shows only a secret it made, once", async () => {
    writeFileSync(join(directory, "secret"), "a-secret-of-shopify\n");
    const added = await run([...add, "--secret-file", join(directory, "secret")]);
    expect(added).toMatchObject({ code: 0, said: expect.stringContaining("/v1/webhooks/shop") as string });
    expect(added.said).not.toContain("a-secret-of-shopify");
    expect(await run(["rotate", "shop", "--secret-file", "-"], "another-secret-of-it")).toMatchObject({ code: 0 });
    const standard = ["add", "ful", "--style", "standard", "--mapping", "standard-fulfilment", "--client", "northmart"];
    const made = await run(standard);
    const [secret = "none"] = /whsec_\S+/.exec(made.said) ?? [];
    const listed = await run(["list"]);
    expect(listed.said).toMatch(
      /ful: standard.*\n {2}secret .* active\nshop: shopify.*\n {2}secret .* active\n {2}secret .* active\n/,
    );
    expect(listed.said).not.toContain(secret);
    const [, id = ""] = /shop:.*\n {2}secret (\S+)/.exec(listed.said) ?? [];
    expect(await run(["revoke", "shop", "--secret", id])).toEqual({ code: 0, said: "1 secrets of shop ended\n" });
    expect(await run(["revoke", "shop"])).toEqual({ code: 0, said: "1 secrets of shop ended\n" });
    const files = readdirSync(join(directory, "data"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name), "latin1");
      for (const hidden of ["a-secret-of-shopify", "another-secret-of-it", secret.slice(6)])
        expect(bytes.includes(hidden)).toBe(false);
    }
  });

  it("tries a mapping on an example, and says what is wrong", async () => {
    const payload = new URL("../testing/payloads/shopify-refund-create.json", import.meta.url).pathname;
    const tried = await run(["try", "shopify-orders", payload, "--header", "X-Shopify-Topic: refunds/create"]);
    expect(tried).toMatchObject({
      code: 0,
      said: expect.stringMatching(
        /"id": "refund-890088186047892319-created"[^]*3 events, 0 could not be made\n$/,
      ) as string,
    });
    expect((await run(["try", "shopify-orders", payload])).said).toContain("is a --header missing?");
    writeFileSync(
      join(directory, "own.yaml"),
      "title: x\nformat: { kind: payload }\nevents: [{ event: { id: { path: transactions } } }]\n",
    );
    const failed = await run(["try", join(directory, "own.yaml"), payload]);
    expect(failed).toMatchObject({
      code: 1,
      said: expect.stringContaining("events[0], element 1, id: transactions names 3 values") as string,
    });
    writeFileSync(
      join(directory, "bad.yaml"),
      "title: x\nformat: { kind: payload }\nevents:\n  - event: { id: { path: a..b } }\n",
    );
    expect((await run(["try", join(directory, "bad.yaml"), payload])).said).toContain(
      "bad.yaml:4: events.0.event.id.path: not a path",
    );
    expect(await run(["try", "shopify-orders", join(directory, "own.yaml")])).toMatchObject({
      code: 1,
      said: expect.stringContaining("not JSON") as string,
    });
  });

  it.each<[string, string[], string]>([
    ["Shopify without its secret", add, "give that secret"],
    ["a mapping that is absent", [...add.slice(0, 5), "none", ...add.slice(6)], "there is no mapping of this name"],
    [
      "a mapping for files",
      [...add.slice(0, 5), "scms", ...add.slice(6)],
      "scms.mapping.yaml:1: format: this mapping is for files",
    ],
    ["a secret file that is absent", [...add, "--secret-file", "/none"], "/none cannot be read"],
    ["a source that is absent", ["rotate", "none"], 'there is no active source "none"'],
    ["revoking what is absent", ["revoke", "none"], "there is no active source"],
  ])("says in one line why it refuses %s", async (_name, argv, reason) => {
    const { code, said } = await run(argv);
    expect([code, said.trim().split("\n").length]).toEqual([1, 1]);
    expect(said).toContain(reason);
  });
});
