/** renderRunName names a run by what it is about: the order, the price list. A store is where it happens, not what it is about, so there the run's own id is clearer. */
export function renderRunName(run: {
  readonly id: string;
  readonly entity: { readonly type: string; readonly id: string } | null;
}): string {
  return run.entity === null || run.entity.type === "store" ? run.id : run.entity.id;
}
