/** Acts once for all the calls of a while, in milliseconds, that begins with the first of them. */
export function soon(quiet: number, act: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      act();
    }, quiet);
  };
}
