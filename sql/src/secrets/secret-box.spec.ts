import { openSecretBox } from "./secret-box.js";

const box = openSecretBox("a secret of at least 32 characters!!");

describe("openSecretBox", () => {
  it("opens what it sealed, for the same place alone", () => {
    const sealed = box.seal("whsec_geheim ✓", "place");
    expect(box.open(sealed, "place")).toBe("whsec_geheim ✓");
    expect(box.open(sealed, "another place")).toBeUndefined();
    expect(openSecretBox("another secret, at least 32 characters").open(sealed, "place")).toBeUndefined();
  });

  it("never seals the same twice the same, and shows nothing of it", () => {
    const sealed = [box.seal("whsec_geheim", "p"), box.seal("whsec_geheim", "p")];
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(Buffer.from(sealed[0]?.slice(3) ?? "", "base64url").toString("latin1")).not.toContain("geheim");
  });

  it("opens nothing that was changed or cut", () => {
    const sealed = box.seal("whsec_geheim", "p");
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(box.open(changed, "p")).toBeUndefined();
      expect(box.open(sealed.slice(0, at), "p")).toBeUndefined();
    }
    expect(box.open("", "p")).toBeUndefined();
  });
});
