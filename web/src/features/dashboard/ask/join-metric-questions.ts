import type { MetricQueryInput } from "../../../graphql/operations.js";
import type { JoinedQuestion } from "./question-batch.js";

/**
 * joinMetricQuestions asks for the metrics of equal questions together: eight figures of one range and filter are one question. Questions with an order or
 * a limit stay as they are, because which groups they answer depends on their metrics.
 */
export function joinMetricQuestions(
  questions: readonly MetricQueryInput[],
): readonly JoinedQuestion<MetricQueryInput>[] {
  const joined = new Map<string, { question: MetricQueryInput; of: number[] }>();
  questions.forEach((question, index) => {
    const { metrics, ...rest } = question;
    const isAlone = (question.groupBy?.length ?? 0) > 0;
    const key = isAlone ? `alone ${index}` : JSON.stringify(rest);
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { question, of: [index] });
    else {
      known.question = { ...rest, metrics: [...new Set([...known.question.metrics, ...metrics])] };
      known.of.push(index);
    }
  });
  return [...joined.values()];
}
