import { checkPicture, MAX_PICTURE_BYTES } from "./check-picture.js";

const url = (type: string, bytes: Buffer | string) => `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
const svg = (inner: string, attributes = "") =>
  url("image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${inner}</svg>`);
const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(33);
  bytes.write("89504e470d0a1a0a0000000d49484452", "hex");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return url("image/png", bytes);
};

describe("a picture of a brand", () => {
  it.each([
    svg('<path d="M0 0h8v8H0z" fill="#0b6a80"/>'),
    svg(
      '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)" width="8" height="8"/>',
    ),
    svg('<use href="#a"/><text x="1" y="2" font-family="Inter">N</text>'),
    png(64, 64),
    png(2_048, 1),
  ])("that only draws is taken", (picture) => {
    expect(checkPicture(picture)).toBeUndefined();
  });

  it.each([
    ["runs", svg("<script>alert(1)</script>")],
    ["runs on an event", svg('<rect onload="alert(1)"/>')],
    ["runs on an event of its root", svg("", 'onclick="x()"')],
    ["embeds a page", svg("<foreignObject><b/></foreignObject>")],
    ["embeds a file of ours", svg('<image href="/etc/hostname"/>')],
    ["has styles", svg("<style>@import url(https://x)</style>")],
    ["leads away", svg('<use href="https://x/y.svg#a"/>')],
    ["leads away by the old name", svg('<use xlink:href="//x/y#a"/>', 'xmlns:xlink="http://www.w3.org/1999/xlink"')],
    ["fetches a fill", svg('<rect fill="url(https://x)"/>')],
    ["fetches a fill by an escape", svg('<rect style="fill:u\\72l(https://x)"/>')],
    ["animates a link", svg('<a><animate attributeName="href" values="javascript:alert(1)"/></a>')],
    ["links", svg('<a href="#x"/>')],
    [
      "expands entities",
      url("image/svg+xml", '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    ],
    ["is of another namespace", url("image/svg+xml", '<svg xmlns="http://www.w3.org/1999/xhtml"/>')],
    ["is a page", url("image/svg+xml", "<html/>")],
    ["is no XML", url("image/svg+xml", "<svg")],
    ["is no PNG", url("image/png", "GIF89a")],
    ["is a PNG that is cut off", url("image/png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))],
    ["is too wide", png(2_049, 1)],
    ["is empty", png(0, 1)],
    ["is too large", svg("", `id="${"a".repeat(MAX_PICTURE_BYTES)}"`)],
    ["is another type", url("image/gif", "GIF89a")],
    ["is elsewhere", "https://x/logo.png"],
    ["is text", "data:image/svg+xml,<svg/>"],
  ])("that %s is refused", (_why, picture) => {
    expect(checkPicture(picture)).toEqual(expect.any(String));
  });
});
