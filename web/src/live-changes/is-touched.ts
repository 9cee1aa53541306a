import type { ChangeNotice, LiveSubject } from "./live-subject.js";

/** isTouched decides whether a change can alter what a query shows. An empty or missing list on either side means "any". */
export function isTouched(subject: LiveSubject, notice: ChangeNotice): boolean {
  if (!overlap(subject.clients, notice.clients) || !overlap(subject.workflows, notice.workflows)) return false;
  if (subject.stores.length === 0 || notice.stores === null || notice.stores.length === 0) return true;
  const changed = new Set(notice.stores.map((ref) => `${ref.client}\n${ref.store}`));
  return subject.stores.some((ref) => changed.has(`${ref.client}\n${ref.store}`));
}

function overlap(shown: readonly string[], changed: readonly string[]): boolean {
  return shown.length === 0 || changed.length === 0 || shown.some((id) => changed.includes(id));
}
