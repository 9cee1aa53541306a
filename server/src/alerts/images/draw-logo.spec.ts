import { drawLogo } from "./draw-logo.js";

const svg = (body: string, size = 'width="96" height="32"') =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${body}</svg>`).toString("base64")}`;

describe("drawLogo", () => {
  it("makes a PNG of twice the height at which mails show it", async () => {
    const png = await drawLogo(svg('<rect width="96" height="32" fill="#0b6a80"/><text x="4" y="20">Shop</text>'));
    expect(png?.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([192, 64]);
  });

  const nested = Array.from({ length: 9 }, (_, level) => {
    const use = `<use href="#g${level}"/>`.repeat(8);
    return `<g id="g${level + 1}">${use}</g>`;
  }).join("");
  it.each([
    ["a file of the machine", svg('<image href="/etc/hostname" width="9" height="9"/>')],
    ["another address", svg('<use href="https://evil.example/x.svg#a"/>')],
    ["what only a style says", svg('<rect style="fill:url(https://evil.example/x)" width="9" height="9"/>')],
    ["shapes that draw shapes", svg(`<defs><g id="g0"><path d="M0 0h1"/></g>${nested}</defs><use href="#g9"/>`)],
    ["a loop", svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>')],
    ["a strip", svg("<path/>", 'width="100000" height="10"')],
    ["nothing", svg("", 'width="0" height="0"')],
    ["no drawing", "data:image/svg+xml;base64,AAAA"],
    ["a PNG", "data:image/png;base64,AAAA"],
  ])("draws nothing of %s", async (_, url) => expect(await drawLogo(url)).toBeUndefined());
});
