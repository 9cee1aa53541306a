/** buildSparkPath builds the SVG path of a sparkline between 0 and the largest value; null lifts the pen. */
export function buildSparkPath(values: readonly (number | null)[], size: { width: number; height: number }): string {
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  const stepX = values.length > 1 ? size.width / (values.length - 1) : 0;
  let path = "";
  let isDown = false;
  values.forEach((value, index) => {
    if (value !== null) {
      const y = largest === 0 ? size.height - 2 : size.height - 2 - (value / largest) * (size.height - 4);
      path += `${isDown ? "L" : "M"}${(index * stepX).toFixed(1)} ${y.toFixed(1)}`;
    }
    isDown = value !== null;
  });
  return path;
}
