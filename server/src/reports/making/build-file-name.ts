import { DateTime } from "luxon";
import type { ReportFormat } from "../report-words.js";

/** buildFileName names a file of a report so that it is found again in a folder of downloads: northmart-2026-Q3.pdf. */
export function buildFileName(
  { client, period, from, to, timeZone }: { client: string; period: string; from: Date; to: Date; timeZone: string },
  format: ReportFormat,
): string {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toFormat("yyyy-MM-dd");
  const when = period === "" ? `${day(from)}-to-${day(new Date(to.getTime() - 1))}` : period;
  const who = client.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return `${who === "" ? "report" : who.slice(0, 60)}-${when}.${format.toLowerCase()}`;
}
