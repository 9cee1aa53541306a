/** renderInstant writes an instant, in epoch milliseconds, in UTC and says so. */
export function renderInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
