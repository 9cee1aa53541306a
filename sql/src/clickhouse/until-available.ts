import { ClickHouseFailure } from "./clickhouse-failure.js";

const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 5_000;

/**
 * untilAvailable repeats work, which must be repeatable, while the engine is away or overloaded, and tells `onRetry` each time; every
 * other failure is passed on at once. A process that starts while the engine is away waits for it instead of ending.
 */
export async function untilAvailable<T>(
  work: () => Promise<T>,
  onRetry: (cause: ClickHouseFailure, retryMs: number) => void,
): Promise<T> {
  for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(2 * retryMs, MAX_RETRY_MS)) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof ClickHouseFailure) || cause.kind === "bug") throw cause;
      onRetry(cause, retryMs);
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
