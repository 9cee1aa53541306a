/** reportStage prints one line for a stage that passed, and everything it said for one that failed. */
export function reportStage(result) {
  const counts = result.passed === undefined ? "" : `${result.passed} passed, ${result.failed} failed`;
  const time = `${result.seconds.toFixed(1)} s`.padStart(8);
  console.log(`${result.isPassed ? "ok    " : "FAILED"}  ${result.title.padEnd(20)} ${time}  ${counts}`.trimEnd());
  if (result.isPassed) return;
  if (result.why) console.log(`        ${result.why}`);
  console.log(result.output.trimEnd().replace(/^/gm, "        "));
}
