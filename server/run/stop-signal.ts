/**
 * Aborted at the first SIGTERM or SIGINT and when the parent has gone: one killed by force cannot tell its
 * children to stop, but the channel to them closes.
 * A child leaves SIGINT to its parent, because Ctrl-C reaches the whole group and the parent stops it in order.
 * Stopping has `patience` (in milliseconds) before the process ends by force.
 */
export function stopSignal(patience = 4500): AbortSignal {
  const controller = new AbortController();
  const isChild = process.send !== undefined;
  const stop = () => {
    controller.abort();
    setTimeout(() => process.exit(1), patience).unref();
  };
  process.once("SIGTERM", stop);
  process.on("SIGINT", isChild ? () => undefined : stop);
  process.once("disconnect", stop);
  if (process.env.npm_lifecycle_event && !isChild) watchParent(stop);
  return controller.signal;
}

// A killed npm takes no leave of what it started; whoever is left without a parent is adopted by another.
function watchParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => { resolve(); }, { once: true });
  });
}
