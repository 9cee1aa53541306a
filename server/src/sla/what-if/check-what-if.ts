/** MAX_LIMITS: each limit costs about as much as asking for the attainment. */
export const MAX_LIMITS = 20;
const MAX_LIMIT_SECONDS = 366 * 86_400;

/** checkWhatIf says what is wrong with a question, or undefined. */
export function checkWhatIf(question: { from: Date; to: Date; limits: readonly number[] }): string | undefined {
  if (question.from >= question.to) return "`from` is not before `to`; the range is half-open.";
  if (question.limits.length === 0 || question.limits.length > MAX_LIMITS) return `Give 1 to ${MAX_LIMITS} limits.`;
  const wrong = question.limits.find((limit) => !Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT_SECONDS);
  return wrong === undefined ? undefined : `${wrong} is no limit: give whole seconds from 1 to ${MAX_LIMIT_SECONDS}.`;
}
