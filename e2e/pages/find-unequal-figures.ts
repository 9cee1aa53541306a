import type { Page } from "playwright-core";
import { getData } from "../support/ask.js";
import { readFigureQuestion, type FigureQuestion } from "./read-figure-question.js";

const QUESTION = `query ($query: MetricQueryInput!) {
  metrics(query: $query) { groups { values { metric value currency } } }
}`;

interface Shown {
  readonly why: string;
  readonly value: string;
  readonly text: string;
}

interface Answer {
  readonly metrics: {
    readonly groups: readonly {
      readonly values: readonly { metric: string; value: number | null; currency: string | null }[];
    }[];
  };
}

/** FigureComparison is how many numbers of a page were held against the API, and those that differ from it. */
export interface FigureComparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * findUnequalFigures asks the API, for each number a page shows, the metric with the scope and range the number stands for, and holds the
 * answer against what is drawn. A page with a fixed range has the same to say at any moment.
 */
export async function findUnequalFigures(
  page: Page,
  { url, token, range }: { url: string; token: string; range: { from: string; to: string } },
): Promise<FigureComparison> {
  const shown = await page.evaluate<Shown[]>(
    "[...document.querySelectorAll('main [data-why]')].map((one) => ({ why: one.dataset.why, value: one.dataset.value, text: one.innerText }))",
  );
  const unique = [...new Map(shown.map((one) => [`${one.why} ${one.value}`, one])).values()];
  const groups = new Map<string, { question: FigureQuestion; figure: Shown }[]>();
  for (const figure of unique) {
    const question = readFigureQuestion(figure.why);
    const key = JSON.stringify([question.filter, question.range]);
    groups.set(key, [...(groups.get(key) ?? []), { question, figure }]);
  }
  const differences: string[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { filter, range: own } = first.question;
    const { from, to } = own ?? range;
    const metrics = [...new Set(group.map(({ question }) => question.metric))];
    const query = { metrics, filter, from, to, timeZone: "Europe/Berlin" };
    const answer = await getData<Answer>(url, token, QUESTION, { query });
    const values = answer.metrics.groups.flatMap((each) => each.values);
    for (const { question, figure } of group) {
      const asked = values.filter(({ metric }) => metric === question.metric);
      const found = asked.find(({ currency }) => currency === (question.currency ?? currency));
      const expected = found?.value ?? null;
      const isSame = expected === null ? figure.value === "" : isClose(Number(figure.value), expected);
      if (!isSame) differences.push(`${figure.why}: shown ${figure.value} (${figure.text}), answered ${expected}`);
    }
  }
  return { compared: unique.length, differences };
}

/** Sums of floats differ in the last digits with the order of their rows. */
function isClose(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));
}
