/** CompensatedSum adds up without losing what is small beside what is large (Neumaier), in the order of operations of Prometheus. */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.sum + value;
    if (!Number.isFinite(next)) this.lost = 0;
    else if (Math.abs(this.sum) >= Math.abs(value)) this.lost += this.sum - next + value;
    else this.lost += value - next + this.sum;
    this.sum = next;
  }

  read(): number {
    return Number.isFinite(this.sum) ? this.sum + this.lost : this.sum;
  }

  get isInfinite(): boolean {
    return this.sum === Infinity || this.sum === -Infinity;
  }

  /** parts are the sum and what was lost, apart. */
  get parts(): { readonly sum: number; readonly lost: number } {
    return { sum: this.sum, lost: this.lost };
  }
}
