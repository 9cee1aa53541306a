/**
 * buildTrendPath builds the SVG path of a line between the least and the largest value; null lifts the pen. It shows which way a figure went, not how
 * large it is, so it need not start at zero; values that hardly differ stay flat.
 */
export function buildTrendPath(
  values: readonly (number | null)[],
  size: { readonly width: number; readonly height: number },
): string {
  const known = values.filter((value) => value !== null);
  const [least, largest] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(largest - least, Math.abs(largest) * 0.005);
  const middle = (least + largest) / 2;
  const stepX = values.length > 1 ? size.width / (values.length - 1) : 0;
  let path = "";
  let isDown = false;
  values.forEach((value, index) => {
    if (value !== null) {
      const y = size.height / 2 - (span === 0 ? 0 : ((value - middle) / span) * (size.height - 6));
      path += `${isDown ? "L" : "M"}${(index * stepX).toFixed(1)} ${y.toFixed(1)}`;
    }
    isDown = value !== null;
  });
  return path;
}
