const OLDEST = [20, 19];

/** checkNode ends the process with a clear message when Node is older than the project runs on. It must parse on old versions too. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Watchfloor needs Node ${OLDEST.join(".")} or newer; this is Node ${process.versions.node} (${process.execPath}). ` +
      "Install a newer one from your package manager or nodejs.org and repeat the command.",
  );
  process.exit(1);
}
