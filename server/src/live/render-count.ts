/** renderCount writes a number with its noun, such as "1 run" or "1,204 runs". */
export function renderCount(count: number, noun: string): string {
  const plural = /(s|x|ch)$/.test(noun) ? `${noun}es` : `${noun}s`;
  return `${count.toLocaleString("en-GB")} ${count === 1 ? noun : plural}`;
}
