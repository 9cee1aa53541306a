/** mergeTexts writes what `newer` says over what is known; undefined ones say nothing. */
export function mergeTexts<Name extends string>(
  known: Partial<Record<Name, string>>,
  newer: { readonly [Field in Name]?: string | undefined } | undefined,
): void {
  for (const name in newer) {
    const text = newer[name];
    if (text !== undefined) known[name] = text;
  }
}
