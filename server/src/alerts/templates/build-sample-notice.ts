import type { Notice, NoticeIncident } from "../channels/notice.js";

/** SAMPLE_CASES is what every template is tried on before it is saved. */
export const SAMPLE_CASES = [
  "fired",
  "resolved",
  "no_data",
  "group_of_1",
  "group_of_50",
  "unicode",
  "right_to_left",
] as const;

/** SampleCase is one of `SAMPLE_CASES`. */
export type SampleCase = (typeof SAMPLE_CASES)[number];

/** PLAIN_CASES are ordinary messages: what is cut in one of them would be cut always. */
export const PLAIN_CASES: readonly SampleCase[] = ["fired", "resolved", "no_data", "group_of_1"];

const FIRED_AT = Date.UTC(2026, 2, 9, 8, 40);
const MINUTE_MS = 60_000;

/** buildSampleNotice is an invented notice of a case, marked as a sample in its ids alone. */
export function buildSampleNotice(sample: SampleCase): Notice {
  const notice = (given: Partial<Notice>, incidents: readonly NoticeIncident[]): Notice => ({
    ...{ kind: "fired", delivery: "sample", thread: "sample", at: FIRED_AT, more: 0, remarks: [] },
    ...{ ...given, incidents },
  });
  switch (sample) {
    case "fired":
      return notice({}, [buildIncident()]);
    case "resolved":
      return notice({ kind: "resolved", at: FIRED_AT + 25 * MINUTE_MS }, [buildIncident(ENDED)]);
    case "no_data":
      return notice({ kind: "no_data" }, [buildIncident({ value: null, isNew: false })]);
    case "group_of_1":
      return notice({}, [buildIncident({ isNew: false, acknowledged: { by: "Ines Albrecht", at: FIRED_AT } })]);
    case "group_of_50":
      return notice({}, listGroup());
    case "unicode":
      return notice({}, [buildIncident(named("Größe “Ménagère” 👨‍👩‍👧‍👦 & <b>Öl</b> *9 €*", "Zürich-Höngg 🇨🇭"))]);
    case "right_to_left":
      return notice({}, [buildIncident(named("הזמנות מאוחרות", "חנות תל אביב"))]);
  }
}

const ENDED: Partial<NoticeIncident> = {
  ...{ isNew: false, reason: "cleared", resolvedAt: FIRED_AT + 25 * MINUTE_MS, value: 6 },
  state: "resolved",
};

function buildIncident(given: Partial<NoticeIncident> = {}): NoticeIncident {
  return {
    ...{ incident: buildId(0), transition: "sample", seq: 1, state: "firing", isNew: true, reason: null },
    rule: { id: "orders-late", name: "Orders late", version: 1, kind: "threshold", severity: "critical" },
    labels: { client: "northmart", store: "nm-001", severity: "critical", system: "erp" },
    place: { client: "northmart", store: "nm-001", channel: null, partner: null },
    ...{ activeAt: FIRED_AT - 5 * MINUTE_MS, firedAt: FIRED_AT, resolvedAt: null },
    ...{ value: 42, threshold: 10, windowSeconds: 900 },
    summary: "42 orders of nm-001 have waited for more than 15 min",
    runbook: "https://wiki.example/orders-late",
    acknowledged: null,
    ...given,
  };
}

function named(name: string, store: string): Partial<NoticeIncident> {
  const { rule, labels, place } = buildIncident();
  return {
    rule: { ...rule, name },
    labels: { ...labels, store, system: name },
    place: { ...place, store },
    summary: `${name}: ${store}`,
  };
}

/** As long as a real one, so that links are. */
function buildId(index: number): string {
  return `sample-${index}-`.padEnd(64, "0");
}

function listGroup(): NoticeIncident[] {
  const { place } = buildIncident();
  return Array.from({ length: 50 }, (_, index) => {
    const store = `nm-${String(index + 1).padStart(3, "0")}`;
    const is = { incident: buildId(index), place: { ...place, store }, summary: `42 orders of ${store} wait` };
    return buildIncident({ ...is, isNew: index < 3, ...(index < 45 ? {} : ENDED) });
  });
}
