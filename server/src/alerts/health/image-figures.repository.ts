import { schema, type Postgres } from "@watchfloor/sql";
import { count, gt } from "drizzle-orm";

const { alertImage } = schema;
const DAY_MS = 86_400_000;

/** ImageResult is how often the chart of something that fired came to an end in one way. */
export interface ImageResult {
  readonly result: string;
  readonly count: number;
}

/** ImageFiguresRepository counts over every tenant, for whoever operates the installation; it names none. */
export class ImageFiguresRepository {
  constructor(private readonly postgres: Postgres) {}

  /** listResults counts the charts of the 24 hours before an instant, by what came of them. */
  listResults(now: Date): Promise<ImageResult[]> {
    const { result, createdAt } = alertImage;
    return this.postgres.db
      .select({ result, count: count() })
      .from(alertImage)
      .where(gt(createdAt, new Date(now.getTime() - DAY_MS)))
      .groupBy(result);
  }
}
