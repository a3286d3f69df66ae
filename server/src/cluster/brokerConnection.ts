import type { ApiCall, ApiSupport } from './api/call';
import type { BrokerAddress, BrokerLink, OpenLink } from './link';
import { LinkError } from './linkErrors';

/** How long a refresh waits for a broker that could not be reached the last time, in milliseconds. */
const GRACE_MS = 1500;

/**
 * A broker that is connected to when something is asked of it, and again after its link ended. A broker that failed is
 * asked nothing more until the next refresh, and then holds that refresh up for no longer than a moment: connecting to it
 * goes on meanwhile, so that the refresh after it finds it back.
 */
export class BrokerConnection {
  readonly #open: OpenLink;
  #link: BrokerLink | undefined;
  #support: ApiSupport | undefined;
  #opening: Promise<BrokerLink> | undefined;
  #lastFailure: Error | undefined;
  #isBarred = false;
  #isClosed = false;

  constructor(
    readonly address: BrokerAddress,
    open: OpenLink,
  ) {
    this.#open = open;
  }

  /** What failed when the broker was last asked; undefined once it answers. */
  get failure(): Error | undefined {
    return this.#lastFailure;
  }

  get isOpen(): boolean {
    return this.#link?.isOpen === true;
  }

  /** What the broker supports; undefined until it was first connected to. */
  get support(): ApiSupport | undefined {
    return this.#support;
  }

  startRefresh(): void {
    this.#isBarred = false;
  }

  async send<Answer>(call: (support: ApiSupport) => ApiCall<Answer>): Promise<Answer> {
    if (this.#isBarred && this.#lastFailure) throw this.#lastFailure;
    const isReused = this.isOpen;
    try {
      return await this.#sendOnce(call);
    } catch (error) {
      // A link that had been idle may have been closed at the other end meanwhile: that says nothing of the broker.
      if (this.isOpen || !isReused || isTimeout(error)) throw error;
      return await this.#sendOnce(call);
    }
  }

  /** Ends the link, so that the next request connects anew; for links that a sleeping machine has lost. */
  drop(): void {
    this.#link?.close();
    this.#link = undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.drop();
  }

  async #sendOnce<Answer>(call: (support: ApiSupport) => ApiCall<Answer>): Promise<Answer> {
    const link = await this.#ready();
    try {
      const answer = await link.send(call(link.support));
      this.#lastFailure = undefined;
      return answer;
    } catch (error) {
      if (!link.isOpen) this.#fail(error);
      throw error;
    }
  }

  async #ready(): Promise<BrokerLink> {
    if (this.#link?.isOpen) return this.#link;
    if (this.#isClosed) throw new LinkError('closed', 'The connection was closed here.');
    this.#opening ??= this.#connect();
    return this.#lastFailure ? await orFail(this.#opening, this.#lastFailure, () => this.#bar()) : await this.#opening;
  }

  async #connect(): Promise<BrokerLink> {
    try {
      const link = await this.#open(this.address);
      if (this.#isClosed) {
        link.close();
        throw new LinkError('closed', 'The connection was closed here.');
      }
      this.#link = link;
      this.#support = link.support;
      return link;
    } catch (error) {
      throw this.#fail(error);
    } finally {
      this.#opening = undefined;
    }
  }

  #fail(error: unknown): Error {
    const failure = error instanceof Error ? error : new Error(String(error));
    this.#lastFailure = failure;
    this.#bar();
    return failure;
  }

  #bar(): void {
    this.#isBarred = true;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof LinkError && error.failure === 'timeout';
}

/** Waits for a moment only, then fails as the last time; the opening goes on and its failure is known to its owner. */
async function orFail<T>(opening: Promise<T>, failure: Error, onTimeout: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const moment = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onTimeout();
      reject(failure);
    }, GRACE_MS);
  });
  opening.catch(() => {});
  try {
    return await Promise.race([opening, moment]);
  } finally {
    clearTimeout(timer);
  }
}
