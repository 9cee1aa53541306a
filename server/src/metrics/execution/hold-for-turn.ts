/** holdForTurn is a clock that stands still for one turn of the event loop: the fields of a request ask about the same instant. */
export function holdForTurn(now: () => Date): () => Date {
  let held: Date | undefined;
  return () => {
    if (held !== undefined) return held;
    setImmediate(() => (held = undefined));
    return (held = now());
  };
}
