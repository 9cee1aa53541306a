import { formatCount } from "../../format/format-number.js";
import { formatMoneyList, type MoneyAmount } from "../../format/format-money.js";
import { formatRatio } from "../../format/format-ratio.js";
import { findGroupId } from "../../metrics/find-group-id.js";
import type { MetricAnswer } from "../../metrics/metrics-query.js";

/** renderNeedCount says how many things need somebody; a list cut at its bound says "20 or more". */
export function renderNeedCount(count: number, isCut: boolean): string {
  if (count === 0) return "Nothing needs you";
  if (count === 1) return "1 thing needs you";
  return `${formatCount(count)}${isCut ? " or more" : ""} things need you`;
}

/** renderHeadlineNote says the money at risk by currency and the coverage: "EUR 263.4 k at risk, coverage 97.8 %". */
export function renderHeadlineNote(money: MetricAnswer | undefined, coverage: MetricAnswer | undefined): string {
  const parts: string[] = [];
  if (money !== undefined) {
    const text = formatMoneyList(readMoney(money));
    parts.push(text === "" ? "no money at risk" : `${text} at risk`);
  }
  if (coverage !== undefined) {
    const share = coverage.groups[0]?.values[0]?.value ?? coverage.coverage;
    parts.push(share === null ? "coverage not known" : `coverage ${formatRatio(share)}`);
  }
  return parts.join(", ");
}

/** readMoney reads amounts by currency from an answer split by currency; amounts without one are left out, they mean nothing. */
export function readMoney(answer: MetricAnswer): readonly MoneyAmount[] {
  return answer.groups.flatMap((group) =>
    group.values.flatMap((figure) => {
      const currency = figure.currency ?? findGroupId(group.key, "CURRENCY");
      return figure.value === null || figure.value === 0 || currency === "" ? [] : [{ amount: figure.value, currency }];
    }),
  );
}
