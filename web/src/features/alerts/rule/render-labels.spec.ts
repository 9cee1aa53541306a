import { renderLabels } from "./render-labels.js";

const title = (client: string, id: string) => `${id} of ${client}`;
const names = {
  ...{ client: (id: string) => id.toUpperCase(), region: title, store: title, channel: title, partner: title },
  ...{ workflow: title, limitSeconds: () => null },
};
const label = (text: string) => {
  const [name = "", value = ""] = text.split("=");
  return { name, value };
};

it.each([
  [["store=s", "client=c", "severity=warning"], "C, s of c"],
  [["client=c", "tier=page-fast", "workflow=w", "system=erp"], "C, w of c, page fast"],
  [["change=PR-1", "client=c"], "C, PR-1"],
  [["severity=critical"], "all of it"],
])("says %j in words", (labels, words) => expect(renderLabels(labels.map(label), names)).toBe(words));
