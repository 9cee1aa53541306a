/** SilenceState is where a silence stands. */
export type SilenceState = "planned" | "runs" | "over";

/** decideSilenceState says where a silence stands: it begins at its start and is over at its end. */
export function decideSilenceState(
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  now: Date,
): SilenceState {
  if (new Date(endsAt) <= now) return "over";
  return new Date(startsAt) > now ? "planned" : "runs";
}
