import { formatCode } from "../../format/format-code.js";
import { formatDuration } from "../../format/format-duration.js";
import { formatMoneyExact } from "../../format/format-money.js";
import type { Names } from "../../registry/build-names.js";
import type { PanelTable } from "../../ui/panel-tools.js";
import type { ExceptionItem } from "./exception-list-query.js";

const texts = ["Id", "Class", "Message", "Client", "Store", "Channel", "Partner", "Workflow", "Run", "State", "Raised"];

/** buildExceptionListTable writes exceptions as plain rows, each with the parts of its severity. */
export function buildExceptionListTable(items: readonly ExceptionItem[], names: Names): PanelTable {
  const parts = items[0]?.severityParts ?? [];
  return {
    columns: [
      ...texts.map((title) => ({ title })),
      ...["Age", "Money", "Alike open", "Severity"].map((title) => ({ title, isNumber: true })),
      ...parts.map(({ title }) => ({ title: `Severity: ${title}`, isNumber: true })),
    ],
    rows: items.map((item) => [
      ...[item.id, formatCode(item.class), item.message ?? "", names.client(item.client)],
      item.store === null ? "" : names.store(item.client, item.store),
      item.channel === null ? "" : names.channel(item.client, item.channel),
      item.partner === null ? "" : names.partner(item.client, item.partner),
      item.workflow === null ? "" : names.workflow(item.client, item.workflow),
      ...[item.run ?? "", item.state.toLowerCase()],
      item.raisedAt === null ? "" : { at: item.raisedAt },
      item.ageSeconds === null
        ? ""
        : { value: item.ageSeconds, unit: "s", text: formatDuration(Math.round(item.ageSeconds)) },
      item.money === null
        ? ""
        : { value: item.money.amount, unit: item.money.currency, text: formatMoneyExact(item.money) },
      { value: item.alike.open, unit: "" },
      { value: item.severity, unit: "" },
      ...item.severityParts.map(({ points }) => ({ value: points, unit: "" })),
    ]),
  };
}
