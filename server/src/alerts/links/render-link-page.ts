import { OWN_BRANDING, type Branding } from "../../branding/branding.js";
import { escapeHtml } from "../channels/text/escape-html.js";
import { ALERT_LINKS } from "./alert-link-builder.js";
import type { LinkAction, LinkPage } from "./link-page.js";

/** The look of the product, without a script or a file of another origin. */
const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f8;--panel:#fff;--line:#cfd5db;--ink:#14181d;--dim:#4c5661;--on:#fff}
@media(prefers-color-scheme:dark){:root{--bg:#0f1317;--panel:#161b21;--line:#36404a;--ink:#e8ecf0;--dim:#a9b3be;--on:#0b1115;--brand:var(--dark)}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:640px;margin:0 auto;padding:32px 16px}
header{display:flex;gap:10px;align-items:center;font-weight:600;margin-bottom:20px}
header i{width:20px;height:20px;border-radius:5px;background:var(--brand)}
header img{max-height:28px;max-width:140px}
article{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:20px}
h1{font-size:20px;line-height:1.3;margin:0 0 6px;overflow-wrap:anywhere}
h2{font-size:16px;margin:0 0 2px}
p{margin:0 0 12px;color:var(--dim);overflow-wrap:anywhere}
section{border-top:1px solid var(--line);padding-top:16px;margin-top:16px}
.row{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-top:8px}
.row>span{color:var(--dim);flex:0 0 84px}
form{display:inline}
button,a.next{font:inherit;border:1px solid var(--brand);background:var(--brand);color:var(--on);border-radius:8px;padding:7px 14px;min-height:38px;cursor:pointer;font-weight:600}
button.quiet{background:var(--panel);color:var(--ink);border-color:var(--line);font-weight:400}
button[aria-pressed=true]{border-color:var(--brand);box-shadow:inset 0 0 0 1px var(--brand);font-weight:600}
button.end{background:var(--panel);color:var(--ink);border-color:var(--line);font-weight:400}
a.next{display:inline-block;background:none;color:var(--ink);border-color:var(--line);text-decoration:none;font-weight:400}
.notice{border-left:3px solid var(--brand);padding:6px 10px;margin-bottom:14px;color:var(--ink);background:var(--bg)}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
@media(max-width:480px){main{padding:16px 12px}.row>span{flex-basis:100%}}
`;

/** renderLinkPage writes the page of a link as HTML in the colours of its tenant; without a branding it names nobody. */
export function renderLinkPage(page: LinkPage, branding: Branding | undefined): string {
  const { title, text, actions, sections = [], notice, next } = page;
  const { productName = "", colour, colourDark, logo = "" } = branding ?? { ...OWN_BRANDING, productName: "" };
  const head = [productName, title].filter((part) => part !== "").reverse();
  const mark = logo === "" ? "<i></i>" : `<img src="${escapeHtml(logo)}" alt="">`;
  const body = [
    notice === undefined ? "" : `<p class="notice" role="status">${escapeHtml(notice)}</p>`,
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`,
    row(
      "",
      actions.map((action) => button(action)),
    ),
    ...sections.map(
      (section) =>
        `<section><h2>${escapeHtml(section.title)}</h2><p>${escapeHtml(section.text)}</p>${section.rows
          .map(({ label, actions: choices }) =>
            row(
              label,
              choices.map((action) => button(action, "end")),
            ),
          )
          .join("")}</section>`,
    ),
    next === undefined
      ? ""
      : row("", [`<a class="next" href="${ALERT_LINKS}/${escapeHtml(next.token)}">${escapeHtml(next.label)}</a>`]),
  ].join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(head.join(" · "))}</title><style>:root{--brand:${escapeHtml(colour)};--dark:${escapeHtml(colourDark)}}${STYLE}</style></head><body><main>${productName === "" ? "" : `<header>${mark}${escapeHtml(productName)}</header>`}<article>${body}</article></main></body></html>`;
}

function row(label: string, cells: readonly string[]): string {
  if (cells.length === 0) return "";
  const words = label === "" ? "" : `<span>${escapeHtml(label)}</span>`;
  return `<div class="row">${words}${cells.join("")}</div>`;
}

function button({ label, token, isOn, isQuiet = false }: LinkAction, otherwise = ""): string {
  const kind = isQuiet ? "quiet" : otherwise;
  const pressed = isOn === undefined ? "" : ` aria-pressed="${String(isOn)}"`;
  return `<form method="post" action="${ALERT_LINKS}/${escapeHtml(token)}"><button class="${kind}"${pressed}>${escapeHtml(label)}</button></form>`;
}
