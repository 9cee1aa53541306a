import { ROLES } from "../../scope/role.js";
import { checkReportWish, type ReportFacts, type ReportWish } from "./check-report-wish.js";

const facts: ReportFacts = {
  now: new Date("2026-08-15T12:00:00Z"),
  role: "executive",
  isClientVisible: true,
  defaultZone: "Europe/Berlin",
  retailCalendar: undefined,
};
const wish: ReportWish = { client: "c1", quarter: "2026-Q3" };
const at = (text: string) => new Date(text);

describe("a wish for a report", () => {
  it("of a running quarter is taken, in the client's zone and as both formats unless told", () => {
    expect(checkReportWish(wish, facts)).toEqual({
      terms: {
        ...{ client: "c1", period: "2026-Q3", timeZone: "Europe/Berlin", calendar: "GREGORIAN" },
        ...{ from: at("2026-06-30T22:00:00Z"), to: at("2026-09-30T22:00:00Z"), formats: ["PDF", "CSV"] },
      },
    });
  });

  it("of exactly 400 days is taken, and names each format once", () => {
    const range = { from: at("2025-06-01T00:00:00Z"), to: at("2026-07-06T00:00:00Z") };
    const checked = checkReportWish({ client: "c1", ...range, formats: ["CSV", "CSV"], timeZone: "UTC" }, facts);
    expect(checked).toMatchObject({ terms: { ...range, period: "", formats: ["CSV"] } });
  });

  it.each<[string, Partial<ReportWish>, Partial<ReportFacts>]>([
    ["UNKNOWN_CLIENT", {}, { isClientVisible: false }],
    ["NO_PERIOD", { quarter: null }, {}],
    ["NO_PERIOD", { quarter: null, from: at("2026-01-01T00:00:00Z") }, {}],
    ["BAD_PERIOD", { from: at("2026-01-01T00:00:00Z") }, {}],
    ["BAD_PERIOD", { quarter: "third" }, {}],
    ["BAD_PERIOD", { quarter: "2026-Q4" }, {}],
    ["BAD_PERIOD", { quarter: null, from: at("2026-02-01T00:00:00Z"), to: at("2026-02-01T00:00:00Z") }, {}],
    ["BAD_PERIOD", { quarter: null, from: at("2025-06-01T00:00:00Z"), to: at("2026-07-06T00:00:01Z") }, {}],
    ["BAD_ZONE", { timeZone: "Middle/Earth" }, {}],
    ["NO_FORMAT", { formats: [] }, {}],
    ["NO_CALENDAR", { calendar: "RETAIL" }, {}],
    ["NOT_PERMITTED", {}, { role: "viewer" }],
    ["NOT_PERMITTED", {}, { role: "store_manager" }],
  ])("is refused: %s", (reason, change, given) => {
    expect(checkReportWish({ ...wish, ...change }, { ...facts, ...given })).toMatchObject({ refusal: { reason } });
  });

  it("is refused to nobody else", () => {
    const may = ROLES.filter((role) => "terms" in checkReportWish(wish, { ...facts, role }));
    expect(may).toEqual(["administrator", "executive", "operations", "analyst", "auditor"]);
  });
});
