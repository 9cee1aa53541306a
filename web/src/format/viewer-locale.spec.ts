import { formatClock, formatDay, formatInstant, formatInstantExact, formatTick } from "./format-instant.js";
import { formatDuration } from "./format-duration.js";
import { formatMoney, formatMoneyExact } from "./format-money.js";
import { formatCount, formatExact } from "./format-number.js";
import { formatRatio } from "./format-ratio.js";
import { getViewerLocale, setViewerLocale } from "./viewer-locale.js";

afterEach(() => setViewerLocale([]));

const at = new Date("2026-11-20T05:00:00.125Z");
const now = new Date("2026-11-21T10:00:00Z");
const zone = "Europe/Berlin";
/** Spaces of locales are sometimes narrow or not to be broken at: people do not see the difference. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");

const written = () =>
  [
    formatCount(1284),
    formatCount(12_400),
    formatExact(48_210.333),
    formatRatio(0.9996),
    formatRatio(0.0002),
    formatMoney({ amount: 1_200_000, currency: "EUR" }),
    formatMoneyExact({ amount: 48_210.3, currency: "BRL" }),
    formatDuration(1.5),
    formatClock(at, zone),
    formatDay(at, zone),
    formatInstant(new Date("2025-01-05T17:00:00Z"), zone, now),
    formatTick(new Date("2026-11-20T23:00:00Z"), zone, 3_600_000),
  ].map(plain);

it.each<[string, string[]]>([
  [
    "de-DE",
    [
      ...["1.284", "12,4 k", "48.210,333", "99,9 %", "< 0,1 %", "EUR 1,2 M", "BRL 48.210,30", "1,5 s"],
      ...["06:00", "20. Nov.", "5. Jan. 2025 18:00", "21. Nov."],
    ],
  ],
  [
    "en-US",
    [
      ...["1,284", "12.4 k", "48,210.333", "99.9 %", "< 0.1 %", "EUR 1.2 M", "BRL 48,210.30", "1.5 s"],
      ...["6:00 AM", "Nov 20", "Jan 5, 2025 6:00 PM", "Nov 21"],
    ],
  ],
  [
    "pt-BR",
    [
      ...["1.284", "12,4 k", "48.210,333", "99,9 %", "< 0,1 %", "EUR 1,2 M", "BRL 48.210,30", "1,5 s"],
      ...["06:00", "20 de nov.", "5 de jan. de 2025 18:00", "21 de nov."],
    ],
  ],
])("numbers and dates are written as in %s", (locale, words) => {
  setViewerLocale([locale]);
  expect(written()).toEqual(words);
});

it("the exact instant keeps milliseconds and names the zone, in each locale", () => {
  for (const [locale, words] of [
    ["de-DE", "20. Nov. 2026, 06:00:00,125 (Europe/Berlin)"],
    ["en-US", "Nov 20, 2026, 6:00:00.125 AM (Europe/Berlin)"],
    ["pt-BR", "20 de nov. de 2026, 06:00:00,125 (Europe/Berlin)"],
  ] as const) {
    setViewerLocale([locale]);
    expect(plain(formatInstantExact(at, zone))).toBe(words);
  }
});

it("midnight is never 24:00, and a night without 02:30 is written as the clocks show it", () => {
  setViewerLocale(["de-DE"]);
  expect(formatClock(new Date("2026-11-20T23:00:00Z"), zone)).toBe("00:00");
  expect(formatClock(new Date("2026-03-29T00:59:00Z"), zone)).toBe("01:59");
  expect(formatClock(new Date("2026-03-29T01:00:00Z"), zone)).toBe("03:00");
});

it.each<[readonly string[], string]>([
  [["de-AT", "en"], "de-AT"],
  [["not a locale!", "pt-BR"], "pt-BR"],
  [["xx-XX", "tlh", "fr-CA"], "fr-CA"],
  [[], "en-GB"],
])("of the wishes %j it is %s", (wishes, locale) => {
  setViewerLocale(wishes);
  expect(getViewerLocale()).toBe(locale);
});
