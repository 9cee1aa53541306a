/**
 * Preloaded into the process that a script starts. When the script is killed outright it cannot pass a signal on; this
 * process would stay behind and hold the port and the data directory. Then it ends at once: a kill loses nothing that
 * was acknowledged.
 */
if (process.channel !== undefined) {
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel.unref();
}
