import { buildImageKey, buildImageUrl, readImageToken } from "./image-link.js";
import { ImageLimit } from "./image-limit.js";

const SECRET = "s".repeat(43);
const DAY = 86_400_000;
const createdAt = new Date("2026-04-10T12:00:00Z");
const links = { secret: SECRET, publicUrl: "https://w.example" };
const key = buildImageKey();
const token = (buildImageUrl(links, { key, createdAt }) ?? "").split("/").at(-1) ?? "";
const after = (days: number) => new Date(createdAt.getTime() + days * DAY);

describe("links of pictures", () => {
  it("are the same each time, good for 30 days, and name nobody", () => {
    expect(buildImageUrl(links, { key, createdAt })).toBe(`https://w.example/links/images/${token}`);
    expect(token).toHaveLength(22 + 1 + 6 + 1 + 43);
    expect(readImageToken(SECRET, token, after(29.9))).toBe(key);
    expect(readImageToken(SECRET, token, after(30))).toBeUndefined();
  });

  it.each([
    ["another secret", (of: string) => [`${SECRET}x`, of]],
    ["another picture", (of: string) => [SECRET, of.replace(/^./, (sign) => (sign === "A" ? "B" : "A"))]],
    ["a later end", (of: string) => [SECRET, of.replace(/\.[0-9a-z]+\./, ".zzzzzz.")]],
    ["another signature", (of: string) => [SECRET, `${of.slice(0, -2)}AA`]],
    ["nothing", () => [SECRET, ""]],
    ["more", (of: string) => [SECRET, `${of}/..`]],
  ])("are refused with %s", (_, change) => {
    const [secret = "", changed = ""] = change(token);
    expect(readImageToken(secret, changed, createdAt)).toBeUndefined();
  });

  it.each([null, "http://w.example", "http://127.0.0.1:8080"])(
    "are not given where the pages are at %s",
    (publicUrl) => {
      expect(buildImageUrl({ ...links, publicUrl }, { key, createdAt })).toBeNull();
    },
  );

  it("are counted by picture and together, anew each minute", () => {
    const limit = new ImageLimit({ ofOne: 2, ofAll: 4 });
    expect([0, 1, 2].map((at) => limit.isOver("a", at))).toEqual([false, false, true]);
    expect([limit.isOver("b", 3), limit.isOver("c", 4)]).toEqual([false, true]);
    expect(limit.isOver("a", 60_000)).toBe(false);
  });
});
