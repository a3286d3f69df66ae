/** So many things of a kind an answer has at the most: an assistant reads all of it, and pays for it. */
export const MOST = 50;
