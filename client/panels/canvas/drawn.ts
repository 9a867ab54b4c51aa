/**
 * Resolves when what was changed just now has been drawn: at the frame after the one that draws it, since a browser begins none before the
 * last one is done. At once in a tab that nobody looks at, where nothing is drawn.
 */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) return resolve();
    const end = (): void => {
      document.removeEventListener("visibilitychange", end);
      resolve();
    };
    document.addEventListener("visibilitychange", end);
    requestAnimationFrame(() => requestAnimationFrame(end));
  });
