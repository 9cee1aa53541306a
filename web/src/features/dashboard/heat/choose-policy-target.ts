interface Policy {
  readonly isInForce: boolean;
  readonly newest: {
    readonly target: number;
    readonly place: {
      readonly client: string | null;
      readonly workflow: string | null;
      readonly store: string | null;
      readonly channel: string | null;
      readonly partner: string | null;
    };
  };
}

/**
 * choosePolicyTarget picks the target of the policy that is for a whole workflow: that of the one client in question before the one for all clients.
 * Policies of single stores, channels or partners promise something else and are left out; null where none is in force.
 */
export function choosePolicyTarget(
  policies: readonly Policy[],
  of: { readonly workflow: string; readonly clients: readonly string[] },
): number | null {
  const [client] = of.clients.length === 1 ? of.clients : [];
  const whole = policies.filter(({ isInForce, newest: { place } }) => {
    const isNarrow = place.store !== null || place.channel !== null || place.partner !== null;
    return isInForce && !isNarrow && place.workflow === of.workflow;
  });
  const own = whole.find(({ newest }) => client !== undefined && newest.place.client === client);
  return (own ?? whole.find(({ newest }) => newest.place.client === null))?.newest.target ?? null;
}
