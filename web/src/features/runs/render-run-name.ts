interface NamedRun {
  readonly id: string;
  readonly store: string | null;
  readonly entity: { readonly type: string; readonly id: string } | null;
}

/** renderRunName names a run by what it is about: the order, the price list. Where that is only its store, the run's own id says more. */
export function renderRunName(run: NamedRun): string {
  return run.entity === null || run.entity.type === "store" || run.entity.id === run.store ? run.id : run.entity.id;
}
