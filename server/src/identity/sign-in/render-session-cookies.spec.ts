import { renderSessionCookies } from "./render-session-cookies.js";

describe("renderSessionCookies", () => {
  const cookie = "watchfloor.session=t.s%3D; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax";

  it.each([
    ["http", cookie, false, "watchfloor.session=t.s%3D; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax"],
    ["https", cookie, true, "watchfloor.session=t.s%3D; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax; Secure"],
    ["sign-out", "watchfloor.session=; Max-Age=0; Path=/", true, "watchfloor.session=; Max-Age=0; Path=/; Secure"],
    ["a cookie that is Secure already", "a=1; Secure; Path=/", true, "a=1; Path=/; Secure"],
  ])("over %s", (_, given, isSecure, expected) => {
    expect(renderSessionCookies([given], isSecure)).toEqual([expected]);
  });
});
